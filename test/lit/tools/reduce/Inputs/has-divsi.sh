#!/bin/sh
! grep -q arith.divsi "$1"
