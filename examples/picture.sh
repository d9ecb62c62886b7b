#!/bin/sh
# Make a picture with curl and save it. The recipe travels inside the PNG.
#
#     sh examples/picture.sh "smiling cat, noto style" cat.png
set -eu
server=${RASHIN_ADDRESS:-http://127.0.0.1:8000}
prompt=${1:-smiling cat, noto style}
output=${2:-picture.png}

# `Prefer: wait` keeps the connection until the picture is there; without it the answer is 202.
answer=$(curl --silent --show-error --fail-with-body \
  --request POST "$server/api/v1/renders" \
  --header "Content-Type: application/json" \
  --header "Authorization: Bearer ${RASHIN_TOKEN:-none}" \
  --header "Prefer: wait=60" \
  --data "{\"recipe\": {\"model\": \"emoji-vector\", \"prompt\": \"$prompt\", \"seed\": 7}}")

picture=$(printf '%s' "$answer" | sed -n 's/.*"url": *"\([^"]*\)".*/\1/p')
curl --silent --show-error --fail \
  --header "Authorization: Bearer ${RASHIN_TOKEN:-none}" \
  --output "$output" "$server$picture"
echo "$output"
