using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>What a check of evidence has come to.</summary>
/// <param name="Figures">What the evidence holds, as far as it could be read.</param>
/// <param name="Findings">What is wrong, in the order in which it was found.</param>
/// <param name="MoreFindings">How many findings were left out, because there are so many.</param>
public sealed record EvidenceReport(EvidenceFigures Figures, ValueList<EvidenceFinding> Findings, long MoreFindings)
{
    /// <summary>Whether nothing is wrong but warnings.</summary>
    public bool Holds => MoreFindings == 0 && Findings.All(finding => finding.IsWarning);
}
