autocmd BufNewFile,BufRead *.airs setfiletype airs
