using System.Diagnostics;

namespace AirsPolicy.LanguageServer.Tests.Process;

public sealed class NeovimTests : IDisposable
{
    private const string Script = """
        vim.opt.runtimepath:append(vim.env.AIRS_NEOVIM)
        vim.cmd('runtime! ftdetect/*.vim')
        require('airs').setup({ cmd = { 'dotnet', vim.env.AIRS_DLL, 'lsp' } })
        vim.cmd('syntax on')
        vim.cmd('edit ' .. vim.env.AIRS_FILE)

        local lines = {}
        local function await(what, condition)
          if not vim.wait(60000, condition, 10) then table.insert(lines, 'timed out: ' .. what) end
        end
        local function codes()
          return vim.tbl_map(function(found) return found.code or found.user_data.lsp.code end, vim.diagnostic.get(0))
        end

        await('diagnostics', function() return #codes() > 0 end)
        table.insert(lines, 'filetype ' .. vim.bo.filetype)
        table.insert(lines, 'diagnostics ' .. table.concat(codes(), ' '))
        vim.lsp.buf.formatting_sync(nil, 60000)
        vim.list_extend(lines, vim.api.nvim_buf_get_lines(0, 0, -1, false))
        vim.api.nvim_buf_set_lines(0, 2, 3, false, { 'let y = 2' })
        await('no diagnostics', function() return #codes() == 0 end)
        table.insert(lines, 'diagnostics ' .. #codes())
        local group = vim.fn.synIDattr(vim.fn.synID(2, 1, 1), 'name')
        table.insert(lines, 'syntax ' .. group)
        table.insert(lines, 'comment ' .. vim.bo.commentstring)
        vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'control c {' })
        table.insert(lines, 'indent ' .. vim.fn.AirsIndent(2))
        vim.fn.writefile(lines, vim.env.AIRS_OUT)
        vim.cmd('qa!')
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("airs-nvim-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NeovimFact]
    public void Neovim_shows_diagnostics_and_formats()
    {
        var file = Path.Combine(_folder, "policy.airs");
        var script = Path.Combine(_folder, "script.lua");
        var output = Path.Combine(_folder, "out.txt");
        File.WriteAllText(file, "library a\nlet   x=1\nlet y = \n");
        File.WriteAllText(script, Script);
        var start = new ProcessStartInfo("nvim", ["--headless", "--clean", "-n", "-c", $"luafile {script}"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AIRS_NEOVIM"] = Path.Combine(Checkout.Root, "lsp", "neovim"),
                ["AIRS_DLL"] = Checkout.AirsDll,
                ["AIRS_FILE"] = file,
                ["AIRS_OUT"] = output,
                ["XDG_CACHE_HOME"] = _folder,
                ["XDG_STATE_HOME"] = _folder,
            },
        };
        using var nvim = System.Diagnostics.Process.Start(start)!;
        var errors = nvim.StandardError.ReadToEndAsync();
        var hasEnded = nvim.WaitForExit(TimeSpan.FromMinutes(3));
        if (!hasEnded)
            nvim.Kill(entireProcessTree: true);
        Assert.True(File.Exists(output), $"Neovim wrote no result. {(errors.IsCompleted ? errors.Result : "")}");
        Assert.Collection(
            File.ReadAllLines(output),
            line => Assert.Equal("filetype airs", line),
            line => Assert.StartsWith("diagnostics AIRS1", line, StringComparison.Ordinal),
            line => Assert.Equal("library a", line),
            line => Assert.Equal("let x = 1", line),
            line => Assert.StartsWith("let y =", line, StringComparison.Ordinal),
            line => Assert.Equal("diagnostics 0", line),
            line => Assert.Equal("syntax airsDeclaration", line),
            line => Assert.Equal("comment // %s", line),
            line => Assert.Equal("indent 2", line));
    }
}
