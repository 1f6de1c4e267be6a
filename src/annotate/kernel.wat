;; The inner loops of taggers and parsers: features of a place, and the sums of their rows of 16-bit weights.
;; `plainHash` and `plainSum` in kernel.ts compute the same in plain JavaScript. `node scripts/run.js build-kernel`
;; turns this into kernel-code.ts.
(module
  (import "demarche" "memory" (memory 1))
  ;; The hashes of the templates over their atoms, their top bits, one after another in `offsets`; those that are not
  ;; known are left out. A template is its seed and the addresses of four atoms; `known` has a bit for each value of a
  ;; hash's bits from `knownShift` on. Gives the address behind the last offset.
  (func (export "hash")
    (param $templates i32) (param $end i32) (param $offsets i32) (param $shift i32)
    (param $known i32) (param $knownShift i32) (result i32)
    (local $hash i32) (local $bit i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $templates) (local.get $end)))
        (local.set $hash
          (i32.add
            (i32.add
              (i32.load (local.get $templates))
              (i32.mul (i32.load (i32.load offset=4 (local.get $templates))) (i32.const 0x9e3779b1)))
            (i32.add
              (i32.mul (i32.load (i32.load offset=8 (local.get $templates))) (i32.const 0x85ebca77))
              (i32.add
                (i32.mul (i32.load (i32.load offset=12 (local.get $templates))) (i32.const 0xc2b2ae3d))
                (i32.mul (i32.load (i32.load offset=16 (local.get $templates))) (i32.const 0x27d4eb2f))))))
        (local.set $hash
          (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x85ebca6b)))
        (local.set $hash
          (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 0xc2b2ae35)))
        (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))
        (i32.store (local.get $offsets) (i32.shr_u (local.get $hash) (local.get $shift)))
        (local.set $bit (i32.shr_u (local.get $hash) (local.get $knownShift)))
        (local.set $offsets
          (i32.add
            (local.get $offsets)
            (i32.shl
              (i32.and
                (i32.shr_u
                  (i32.load8_u (i32.add (local.get $known) (i32.shr_u (local.get $bit) (i32.const 3))))
                  (i32.and (local.get $bit) (i32.const 7)))
                (i32.const 1))
              (i32.const 2))))
        (local.set $templates (i32.add (local.get $templates) (i32.const 20)))
        (br $next)))
    (local.get $offsets))
  ;; sums[c] = the sum of table[offsets[f] + c], for f in 0..count and c in the blocks of eight classes whose bits are set
  ;; in `blocks`. Pointers are in bytes, offsets in cells; count is a multiple of 4. A weight lies within ±8191, so four
  ;; of them add up in 16 bits.
  (func (export "sum")
    (param $offsets i32) (param $count i32) (param $table i32) (param $sums i32) (param $blocks i32)
    (local $end i32) (local $row0 i32) (local $row1 i32) (local $row2 i32) (local $row3 i32)
    (local $left i32) (local $at i32) (local $out i32) (local $four v128)
    (local.set $end (i32.add (local.get $offsets) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $left (local.get $blocks))
    (loop $nextBlock
      (local.set $out (i32.add (local.get $sums) (i32.shl (i32.ctz (local.get $left)) (i32.const 5))))
      (v128.store (local.get $out) (v128.const i32x4 0 0 0 0))
      (v128.store offset=16 (local.get $out) (v128.const i32x4 0 0 0 0))
      (br_if $nextBlock
        (local.tee $left (i32.and (local.get $left) (i32.sub (local.get $left) (i32.const 1))))))
    (block $done
      (loop $nextFour
        (br_if $done (i32.ge_u (local.get $offsets) (local.get $end)))
        (local.set $row0 (i32.add (local.get $table) (i32.shl (i32.load (local.get $offsets)) (i32.const 1))))
        (local.set $row1 (i32.add (local.get $table) (i32.shl (i32.load offset=4 (local.get $offsets)) (i32.const 1))))
        (local.set $row2 (i32.add (local.get $table) (i32.shl (i32.load offset=8 (local.get $offsets)) (i32.const 1))))
        (local.set $row3 (i32.add (local.get $table) (i32.shl (i32.load offset=12 (local.get $offsets)) (i32.const 1))))
        (local.set $left (local.get $blocks))
        (loop $nextBlockOfFour
          (local.set $at (i32.shl (i32.ctz (local.get $left)) (i32.const 4)))
          (local.set $out (i32.add (local.get $sums) (i32.shl (local.get $at) (i32.const 1))))
          (local.set $four
            (i16x8.add
              (i16x8.add
                (v128.load align=1 (i32.add (local.get $row0) (local.get $at)))
                (v128.load align=1 (i32.add (local.get $row1) (local.get $at))))
              (i16x8.add
                (v128.load align=1 (i32.add (local.get $row2) (local.get $at)))
                (v128.load align=1 (i32.add (local.get $row3) (local.get $at))))))
          (v128.store (local.get $out)
            (i32x4.add (v128.load (local.get $out)) (i32x4.extend_low_i16x8_s (local.get $four))))
          (v128.store offset=16 (local.get $out)
            (i32x4.add (v128.load offset=16 (local.get $out)) (i32x4.extend_high_i16x8_s (local.get $four))))
          (br_if $nextBlockOfFour
            (local.tee $left (i32.and (local.get $left) (i32.sub (local.get $left) (i32.const 1))))))
        (local.set $offsets (i32.add (local.get $offsets) (i32.const 16)))
        (br $nextFour))))
  ;; sums[c] = the sum of kept[places[p] + c], for the places from $places to $end and c in the blocks as above. Places
  ;; are in bytes from $kept on.
  (func (export "add")
    (param $places i32) (param $end i32) (param $kept i32) (param $sums i32) (param $blocks i32)
    (local $at i32) (local $from i32) (local $place i32) (local $low v128) (local $high v128)
    (loop $nextBlock
      (local.set $at (i32.shl (i32.ctz (local.get $blocks)) (i32.const 5)))
      (local.set $low (v128.const i32x4 0 0 0 0))
      (local.set $high (v128.const i32x4 0 0 0 0))
      (local.set $place (local.get $places))
      (loop $nextPlace
        (local.set $from
          (i32.add (i32.add (local.get $kept) (local.get $at)) (i32.load (local.get $place))))
        (local.set $low (i32x4.add (local.get $low) (v128.load (local.get $from))))
        (local.set $high (i32x4.add (local.get $high) (v128.load offset=16 (local.get $from))))
        (br_if $nextPlace
          (i32.lt_u (local.tee $place (i32.add (local.get $place) (i32.const 4))) (local.get $end))))
      (v128.store (i32.add (local.get $sums) (local.get $at)) (local.get $low))
      (v128.store offset=16 (i32.add (local.get $sums) (local.get $at)) (local.get $high))
      (br_if $nextBlock
        (local.tee $blocks (i32.and (local.get $blocks) (i32.sub (local.get $blocks) (i32.const 1))))))))
