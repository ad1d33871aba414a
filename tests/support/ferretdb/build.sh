#!/usr/bin/env bash
# Builds the server for tests that speaks MongoDB's protocol: build.sh [OUTPUT]
# Needs Go 1.24 or newer and the Go module proxy; does nothing if OUTPUT was built from the same sources.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=${1:-$here/../../../.cache/ferretdb/ferretdb}
mkdir -p "$(dirname "$output")"
output=$(cd "$(dirname "$output")" && pwd)/$(basename "$output")

sources=$(cd "$here" && { go env GOVERSION; cat go.mod go.sum main.go build.sh; } | sha256sum)
if [[ -x $output && -f $output.sources && $(<"$output.sources") == "$sources" ]]; then
  echo "ferretdb: up to date"
  exit 0
fi

start=$SECONDS
(cd "$here" && GOTOOLCHAIN=local CGO_ENABLED=0 go build -mod=readonly -buildvcs=false -trimpath -ldflags '-s -w' -o "$output.$$" .)
mv "$output.$$" "$output"
echo "$sources" >"$output.sources"
echo "ferretdb: built in $((SECONDS - start)) s"
