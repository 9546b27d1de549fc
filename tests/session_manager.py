# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps a screen awake, as a program of its own, since who asks waits for an answer: a session manager, whom older releases of GTK
ask, and a portal, which newer ones do. It writes down what it is asked."""

import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

MANAGER = """<node><interface name="org.gnome.SessionManager">
<method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
<method name="UnregisterClient"><arg type="o" direction="in"/></method>
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="in"/><arg type="u" direction="out"/></method>
<method name="Uninhibit"><arg type="u" direction="in"/></method>
</interface></node>"""
PORTAL = """<node><interface name="org.freedesktop.portal.Inhibit">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method>
<method name="CreateMonitor"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
<property name="version" type="u" access="read"/>
</interface></node>"""
REGISTRY = """<node><interface name="org.freedesktop.host.portal.Registry">
<method name="Register"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
<property name="version" type="u" access="read"/>
</interface></node>"""
REQUEST = """<node><interface name="org.freedesktop.portal.Request"><method name="Close"/></interface></node>"""
DESK = "/org/freedesktop/portal/desktop"
IDLE = 8
REPLACE = 2  # whoever has a name on the bus
# Newer releases of GTK ask a portal only where the bus could start one.
SERVICE = "[D-BUS Service]\nName=org.freedesktop.portal.Desktop\nExec=/bin/false\n"


@contextlib.contextmanager
def running():
    """Both on the session bus; gives a function that says all they were asked so far."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as log:
        with subprocess.Popen([sys.executable, "-W", "ignore", __file__, log.name], stdout=subprocess.PIPE) as manager:
            try:
                assert manager.stdout.readline() == b"ready\n"
                yield lambda: pathlib.Path(log.name).read_text(encoding="utf-8")
            finally:
                manager.terminate()


def main():
    """Answers until it is ended."""
    import gi  # pylint: disable=import-outside-toplevel

    gi.require_version("Gio", "2.0")
    from gi.repository import Gio, GLib  # pylint: disable=import-outside-toplevel

    def write(*words):
        with open(sys.argv[1], "a", encoding="utf-8") as log:
            print(*words, file=log, flush=True)

    def asked_cb(_connection, _sender, _path, _interface, method, parameters, invocation):
        arguments = parameters.unpack()
        if method != "Inhibit" or arguments[3] & IDLE:
            write(method, *arguments)
        answers = {"RegisterClient": ("(o)", ("/org/gnome/SessionManager/Client1",)), "Inhibit": ("(u)", (7,))}
        invocation.return_value(GLib.Variant(*answers[method]) if method in answers else None)

    def portal_cb(_connection, _sender, _path, _interface, method, parameters, invocation):
        arguments = parameters.unpack()
        if method == "Close":
            write("Uninhibit")
        elif method == "Inhibit" and arguments[1] & IDLE:
            write(method, arguments[2].get("reason"))
        handle = {"Inhibit": f"{DESK}/request/jalon", "CreateMonitor": f"{DESK}/session/jalon"}.get(method)
        invocation.return_value(GLib.Variant("(o)", (handle,)) if handle else None)

    def ask_bus(method, *arguments):
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, *arguments, None,
                      Gio.DBusCallFlags.NONE, -1, None)

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    service = pathlib.Path(os.environ["XDG_DATA_HOME"], "dbus-1/services/org.freedesktop.portal.Desktop.service")
    service.parent.mkdir(parents=True, exist_ok=True)
    service.write_text(SERVICE, encoding="utf-8")
    ask_bus("ReloadConfig", None)
    for path, node, called_cb in (("/org/gnome/SessionManager", MANAGER, asked_cb), (DESK, PORTAL, portal_cb),
                                  (DESK, REGISTRY, portal_cb), (f"{DESK}/request/jalon", REQUEST, portal_cb)):
        bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(node).interfaces[0], called_cb, lambda *_: GLib.Variant("u", 1), None)
    for name in ("org.freedesktop.portal.Desktop", "org.gnome.SessionManager"):
        ask_bus("RequestName", GLib.Variant("(su)", (name, REPLACE)))
    loop = GLib.MainLoop()
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, loop.quit)
    print("ready", flush=True)
    loop.run()
    service.unlink()
    ask_bus("ReloadConfig", None)


if __name__ == "__main__":
    main()
