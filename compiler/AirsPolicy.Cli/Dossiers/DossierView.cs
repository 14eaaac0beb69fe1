namespace AirsPolicy.Cli.Dossiers;

/// <summary>Whom a section of a report is for.</summary>
[Flags]
internal enum DossierView
{
    None = 0,

    /// <summary>Who decides whether a system runs: tier, coverage, what is waived, what happens when a layer fails.</summary>
    Board = 1,

    /// <summary>Who asks for evidence: each claim with what carries it, each waiver with who approved it, what is recorded.</summary>
    Auditor = 2,

    /// <summary>Who runs the system: controls by point, tests, what is open, what detect mode would have done.</summary>
    Engineer = 4,

    All = Board | Auditor | Engineer,
}
