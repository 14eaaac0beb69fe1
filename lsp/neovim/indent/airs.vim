if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=AirsIndent(v:lnum) indentkeys=0{,0},0),0],!^F,o,O
let b:undo_indent = 'setlocal indentexpr< indentkeys<'

if exists('*AirsIndent')
  finish
endif

" One step behind each bracket that a line leaves open; the formatter does the rest.
function AirsIndent(line) abort
  let last = prevnonblank(a:line - 1)
  if last == 0
    return 0
  endif
  let indent = indent(last)
  if getline(last) =~# '[{(\[]\s*\%(//.*\)\?$'
    let indent += shiftwidth()
  endif
  if getline(a:line) =~# '^\s*[})\]]'
    let indent -= shiftwidth()
  endif
  return indent
endfunction
