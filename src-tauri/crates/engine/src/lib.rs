//! What the app can do: one method per thing a candidate can ask for.
