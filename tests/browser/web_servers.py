"""nginx and Apache on loopback, with what `programme hosting` writes, and nothing of this machine."""

import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from programme.hosting import Place, server_files

NGINX = """
{user}
daemon off;
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/tmp; proxy_temp_path {folder}/tmp; fastcgi_temp_path {folder}/tmp;
    uwsgi_temp_path {folder}/tmp; scgi_temp_path {folder}/tmp;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/web;
        include {folder}/nginx.conf;
    }}
}}
"""
APACHE = """
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog /dev/stderr
{user}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule headers_module {modules}/mod_headers.so
TypesConfig /dev/null
DocumentRoot {folder}/web
<Directory {folder}/web>
    AllowOverride FileInfo Indexes
    Require all granted
</Directory>
"""
MODULES = "/usr/lib/apache2/modules"


@dataclass(frozen=True)
class Server:
    """A running server. `address` is that of the site and ends in `/`."""

    address: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


def start(kind: str, site: Path, at: Place, folder: Path) -> Server:
    """`kind` is nginx or apache2; `folder` an empty one that every user of this machine may enter."""
    program = shutil.which(kind, path=os.pathsep.join((os.environ["PATH"], "/usr/sbin")))
    if not program:
        pytest.fail(f"{kind} is not there: python3 make.py test installs it where apt is")
    web = folder / "web"
    shutil.copytree(site, web / at.folder.strip("/"), dirs_exist_ok=True)
    files = server_files(at)
    (folder / "tmp").mkdir()
    (folder / "nginx.conf").write_text(files["nginx.conf"])
    (web / at.folder.strip("/") / ".htaccess").write_text(files["htaccess.txt"])
    port = _free()
    form, user, options = {
        "nginx": (NGINX, "user root;", ["-c", f"{folder}/main.conf", "-e", "stderr"]),
        "apache2": (APACHE, "User www-data\nGroup www-data", ["-f", f"{folder}/main.conf", "-DFOREGROUND"]),
    }[kind]
    own = user if os.geteuid() == 0 else ""  # servers started by root give up its rights
    (folder / "main.conf").write_text(form.format(folder=folder, port=port, user=own, modules=MODULES))
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([program, *options], stderr=log)
    _wait(process, port, folder / "log")
    return Server(f"http://127.0.0.1:{port}{at.folder}", process)


def _free() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(200):
        with socket.socket() as door:
            if not door.connect_ex(("127.0.0.1", port)):
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    process.kill()
    process.wait()
    pytest.fail(f"the server did not start: {log.read_text()}")
