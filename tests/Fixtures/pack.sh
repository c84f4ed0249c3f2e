#!/usr/bin/env bash
# usage: tests/Fixtures/pack.sh GOLDEN RECORDINGS
# Packs a folder of golden snapshots (<flink>/<case>/case.json beside the snapshot, expected/*.jsonl) into the archives that the
# tests read, and a folder of recordings (cli/<flink>/*.json, rest/<flink>/*.json) likewise. Equal input gives equal archives: sorted entries, one fixed time stamp, no owner, no extra fields.
set -euo pipefail
golden=$(cd "$1" && pwd)
recordings=$(cd "$2" && pwd)
fixtures=$(cd "$(dirname "$0")" && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
export TZ=UTC LC_ALL=C

pack() # FOLDER ARCHIVE
{
    rm -rf "${stage:?}/content" && cp -r --no-preserve=all "$1" "$stage/content"
    find "$stage/content" -type f -exec touch -d 2024-01-01T00:00:00Z {} +
    mkdir -p "$(dirname "$2")" && rm -f "$2"
    (cd "$stage/content" && find . -type f -printf '%P\n' | sort | zip -q -X -D -9 "$2" -@)
}

for description in "$golden"/*/*/case.json; do
    folder=$(dirname "$description")
    pack "$folder" "$fixtures/golden/$(basename "$(dirname "$folder")")/$(basename "$folder").zip"
done
pack "$golden/expected" "$fixtures/golden/expected.zip"
for folder in "$recordings"/{cli,rest}/*/; do
    pack "$folder" "$fixtures/recordings/$(basename "$(dirname "$folder")")-$(basename "$folder").zip"
done
