-- Drives the server through Neovim as a user does, and writes what came of it as JSON. In: PLAN_TRUTH_TEST, as JSON.
local given = vim.fn.json_decode(vim.env.PLAN_TRUTH_TEST)
local out = { version = tostring(vim.fn.matchstr(vim.fn.execute('version'), 'NVIM v\\S*')) }

local function finish()
  vim.fn.writefile({ vim.fn.json_encode(out) }, given.result)
  vim.cmd('qall!')
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function wait(what, holds)
  if not vim.wait(30000, holds, 20) then
    out.failed = what
    finish()
  end
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(given.plan))
  vim.bo.filetype = 'markdown'
  local config = { name = 'plan-truth', cmd = given.command, root_dir = given.root }
  -- Neovim 0.8 has vim.lsp.start; 0.7 has its two halves.
  local client
  if vim.lsp.start then
    client = vim.lsp.start(config)
  else
    client = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(0, client)
  end
  local buffer = vim.api.nvim_get_current_buf()
  wait('attach', function() return vim.lsp.buf_is_attached(buffer, client) end)

  wait('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  out.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum, code = one.code, source = one.source, severity = one.severity }
  end, vim.diagnostic.get(buffer))

  vim.api.nvim_win_set_cursor(0, { given.ticket + 1, 4 })
  vim.lsp.buf.hover()
  local float
  wait('hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then float = window end
    end
    return float ~= nil
  end)
  out.hover = text(vim.api.nvim_win_get_buf(float))
  vim.api.nvim_win_close(float, true)

  vim.lsp.buf.rename('K-900')
  wait('rename', function() return text(buffer):find('K-900', 1, true) ~= nil end)
  out.renamed = text(buffer)

  -- Where a window would ask which action, the test knows.
  vim.api.nvim_win_set_cursor(0, { given.figure + 1, 10 })
  local line = { line = given.figure, character = 0 }
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = line, ['end'] = { line = given.figure, character = 30 } },
    context = { diagnostics = {} },
  }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 30000)
  local actions = answers[client].result
  out.actions = vim.tbl_map(function(one) return one.title end, actions)
  for _, one in ipairs(actions) do
    if one.kind == 'quickfix' and one.edit then
      vim.lsp.util.apply_workspace_edit(one.edit, 'utf-16')
      break
    end
  end
  wait('no diagnostics', function() return #vim.diagnostic.get(buffer) == 0 end)
  out.fixed = text(buffer)
  out.other = text(vim.fn.bufnr(given.other))
end)
if not ok then out.failed = tostring(problem) end
finish()
