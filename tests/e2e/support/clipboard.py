"""What another program is given when it pastes: the text, and what keepers of a history are told."""
import json

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)
hint = clipboard.wait_for_contents(Gdk.Atom.intern("x-kde-passwordManagerHint", False))
told = hint.get_data().decode() if hint is not None else None
print(json.dumps({"text": clipboard.wait_for_text(), "hint": told}))
