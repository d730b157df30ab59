#!/usr/bin/env bash
# What becomes of an ingest into PostgreSQL when its server dies or its disk is full, and of the run after it. Uses a server of its own.
# usage: postgres_faults.sh killed|full GOUJI SCRIPTS      in an empty folder; `full` in a mount namespace of its own, as root
# Leaves here: status and said (of the first run), half (documents and inputs then in the store), later (status of --resume), found and expected.
set -euo pipefail
fault=$1 gouji=$2 scripts=$3
here=$PWD server=$(mktemp -d)
trap '"$scripts/postgres-server" stop "$server"' EXIT
url=$("$scripts/postgres-server" start "$server")

mkdir in later
for i in $(seq 300); do
  [ "$i" -le 100 ] && folder=in || folder=later
  printf '云溪县第%d中学2023年度部门决算说明\n一、收支情况\n2023年支出合计%d万元，其中基本支出%d万元，项目支出200万元。\n' "$i" $((300 + i)) $((100 + i)) >"$folder/$i.txt"
done

ask() { psql -qAt "$url" -c "SET search_path = gouji" -c "$1"; }
# Each document of the ledger whole, and none besides.
half() {
  ask "SELECT count(*) FROM inputs" >half
  ask "SELECT count(*) FROM documents d WHERE d.figures <> (SELECT count(*) FROM figures f WHERE f.document = d.id) OR NOT EXISTS (SELECT 1 FROM inputs i WHERE i.document = d.id)" >>half
  ask "SELECT count(*) FROM figures f WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = f.document)" >>half
}
end() {
  later_status=0
  "$gouji" ingest in later --to "$url" --resume --quiet || later_status=$?
  echo "$later_status" >later_status
  ask "SELECT document, id, value FROM figures ORDER BY 1, 2" | tr '|' ' ' >found
  "$gouji" ingest in later --to sqlite:whole.db --quiet
  sqlite3 -separator ' ' whole.db "SELECT document, id, value FROM figures ORDER BY 1, 2" >expected
}

case $fault in
  killed)
    mkfifo pipe
    (status=0; "$gouji" ingest in pipe later --to "$url" --lang en 2>said || status=$?; echo "$status" >status) &
    for _ in $(seq 600); do
      [ "$(ask 'SELECT count(*) FROM documents' 2>/dev/null)" = 64 ] && break
      sleep 0.1
    done
    sleep 1  # commits do not wait for the disk; by now it is there
    "$scripts/postgres-server" crash "$server"
    cp in/1.txt pipe
    wait
    half
    ;;
  full)
    mkdir small
    mount -t tmpfs -o size=1400k none small
    mkdir small/space
    [ "$(id -u)" -ne 0 ] || chown -R postgres small
    chmod 755 "$here"
    psql -q "$url" -c "CREATE TABLESPACE small LOCATION '$here/small/space'"
    # The catalogue stays where there is room, what the store holds does not.
    url="$url?options=-cdefault_tablespace%3Dsmall"
    status=0
    "$gouji" ingest in later --to "$url" --lang en 2>said || status=$?
    echo "$status" >status
    half
    mount -o remount,size=100m small
    ;;
esac
end
[ "$fault" != full ] || { psql -q "$url" -c 'DROP SCHEMA gouji CASCADE'; umount -l small; }
