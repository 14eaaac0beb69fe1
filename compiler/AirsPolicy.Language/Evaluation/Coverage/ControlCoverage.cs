using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Coverage;

/// <summary>A control, or what is lowered to one (the rules of a tool, a limit …), and what tests have seen of it.</summary>
/// <param name="Id">The qualified name.</param>
/// <param name="Place">Where it is declared.</param>
/// <param name="Rules">Its rules, in the order of the file.</param>
public sealed record ControlCoverage(string Id, SourcePlace Place, ValueList<RuleCoverage> Rules)
{
    /// <summary>Whether one of its rules has matched.</summary>
    public bool IsCovered => Rules.Any(rule => rule.Matched > 0);
}
