"""A small window that a file can be dragged from, as from a file manager."""
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

files = [GLib.filename_to_uri(path) for path in sys.argv[1:]]
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.move(0, 0)
window.set_default_size(120, 60)
area = Gtk.EventBox()
area.add(Gtk.Label(label="drag"))
window.add(area)
area.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
area.drag_source_add_uri_targets()
area.connect("drag-data-get", lambda _area, _context, data, _info, _time: data.set_uris(files))
area.connect("drag-end", lambda *_: Gtk.main_quit())
window.show_all()
GLib.idle_add(lambda: print("ready", flush=True))
Gtk.main()
