#!/usr/bin/env bash
# Training on a machine that is reached by short calls, each of which is one step:
#   put FILE…              lay files there: this folder, the parts of the data
#   start [OPTION…]        join and unpack the parts, train in the background (options of training.train), show the start
#   watch SECONDS          wait, then show how it goes
#   finish OUT [SECONDS]   wait for the end, no longer than this; then write the weights as they are into OUT
set -euo pipefail
place=${PLACE:-/tmp/zjpub-training}
mkdir -p "$place"
step=$1
shift

case "$step" in
put)
  cp -r "$@" "$place/"
  ls -l "$place"
  ;;
start)
  cd "$place"
  if ! [ -d data ]; then
    cat part.* | python3 -c 'import sys, tarfile; tarfile.open(fileobj=sys.stdin.buffer, mode="r|xz").extractall(".", filter="data")'
    rm part.*
  fi
  # A session of its own, or it would end with this call.
  PYTHONUNBUFFERED=1 setsid nohup python3 -m training.train data run "$@" >train.log 2>&1 </dev/null &
  echo $! >pid
  sleep "${FIRST:-60}"
  cut -c1-300 train.log
  ;;
watch)
  sleep "$1"
  tail -n 12 "$place/train.log" | cut -c1-300
  ;;
finish)
  out=$(realpath -m "$1")
  cd "$place"
  for ((second = 0; second < ${2:-0}; second++)); do
    kill -0 "$(cat pid)" 2>/dev/null || break
    sleep 1
  done
  tail -n 5 train.log | cut -c1-300
  python3 -m training.shrink run "$out"
  cp train.log run/log.jsonl "$out/"
  ;;
*)
  echo "no such step: $step" >&2
  exit 2
  ;;
esac
