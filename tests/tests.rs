//! Tests that cross crate borders. One module per subject.

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod cvs;
#[cfg(test)]
mod house;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod layers;
