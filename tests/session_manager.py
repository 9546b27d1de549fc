# SPDX-License-Identifier: GPL-3.0-or-later
"""A session manager that writes down what it is asked, as a program of its own: who asks waits for an answer."""

import contextlib
import pathlib
import subprocess
import sys
import tempfile

NODE = """<node><interface name="org.gnome.SessionManager">
<method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
<method name="UnregisterClient"><arg type="o" direction="in"/></method>
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="in"/><arg type="u" direction="out"/></method>
<method name="Uninhibit"><arg type="u" direction="in"/></method>
</interface></node>"""
IDLE = 8


@contextlib.contextmanager
def running():
    """One on the session bus; gives a function that says all it was asked so far."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as log:
        with subprocess.Popen([sys.executable, "-W", "ignore", __file__, log.name], stdout=subprocess.PIPE) as manager:
            assert manager.stdout.readline() == b"ready\n"
            yield lambda: pathlib.Path(log.name).read_text(encoding="utf-8")
            manager.terminate()


def main():
    """Answers until it is ended."""
    import gi  # pylint: disable=import-outside-toplevel

    gi.require_version("Gio", "2.0")
    from gi.repository import Gio, GLib  # pylint: disable=import-outside-toplevel

    def call_cb(_connection, _sender, _path, _interface, method, parameters, invocation):
        arguments = parameters.unpack()
        if method != "Inhibit" or arguments[3] & IDLE:
            with open(sys.argv[1], "a", encoding="utf-8") as log:
                print(method, *arguments, file=log, flush=True)
        answers = {"RegisterClient": ("(o)", ("/org/gnome/SessionManager/Client1",)), "Inhibit": ("(u)", (7,))}
        invocation.return_value(GLib.Variant(*answers[method]) if method in answers else None)

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.register_object("/org/gnome/SessionManager", Gio.DBusNodeInfo.new_for_xml(NODE).interfaces[0], call_cb, None, None)
    Gio.bus_own_name_on_connection(bus, "org.gnome.SessionManager", 0, lambda *_: print("ready", flush=True), None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
