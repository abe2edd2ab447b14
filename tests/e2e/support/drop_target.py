"""A small window that files can be dropped on, as on the upload box of a web page; prints what came."""
import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.move(0, 0)
window.set_default_size(120, 60)
area = Gtk.EventBox()
area.add(Gtk.Label(label="drop"))
window.add(area)
area.drag_dest_set(Gtk.DestDefaults.ALL, [], Gdk.DragAction.COPY)
area.drag_dest_add_uri_targets()


def came(_area, _context, _x, _y, data, _info, _time):
    for uri in data.get_uris():
        print(GLib.filename_from_uri(uri)[0], flush=True)


area.connect("drag-data-received", came)
window.show_all()
GLib.idle_add(lambda: print("ready", flush=True))
Gtk.main()
