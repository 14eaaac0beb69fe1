-- Starts `airs lsp` for policies. Needs Neovim 0.7.2 or later. Put this folder on 'runtimepath' and say
--   require('airs').setup()
-- or, where `airs` is not on the path, require('airs').setup({ cmd = { '/path/to/airs', 'lsp' } }).
local M = {}

local clients = {}

-- The folder that packages are looked for in: the repository's, else the file's.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local git = vim.fn.finddir('.git', vim.fn.fnameescape(folder) .. ';')
  return git ~= '' and vim.fn.fnamemodify(git, ':p:h:h') or folder
end

-- Attaches a buffer to the server of its folder, which is started where none runs.
function M.attach(buffer, options)
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  if not clients[root] then
    clients[root] = vim.lsp.start_client({
      name = 'airs',
      cmd = options.cmd or { 'airs', 'lsp' },
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
      capabilities = options.capabilities,
      on_attach = options.on_attach,
      on_exit = function() clients[root] = nil end,
    })
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

-- options: cmd, capabilities, on_attach; all may be left out.
function M.setup(options)
  options = options or {}
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'airs',
    callback = function(event) M.attach(event.buf, options) end,
  })
end

return M
