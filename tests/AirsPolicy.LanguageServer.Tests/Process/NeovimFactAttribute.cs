using System.ComponentModel;
using System.Diagnostics;

namespace AirsPolicy.LanguageServer.Tests.Process;

/// <summary>A fact that needs Neovim and is skipped, with the reason, where there is none.</summary>
public sealed class NeovimFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> s_isThere = new(Probe);

    public NeovimFactAttribute()
    {
        if (!s_isThere.Value)
            Skip = "Neovim ('nvim') is not installed here; this drives the language server through it.";
    }

    private static bool Probe()
    {
        try
        {
            using var nvim = System.Diagnostics.Process.Start(new ProcessStartInfo("nvim", "--version") { RedirectStandardOutput = true });
            nvim!.StandardOutput.ReadToEnd();
            nvim.WaitForExit();
            return nvim.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
