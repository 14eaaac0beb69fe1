using System.Reflection;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>One kind of diagnostic as data: the checker, the docs, SARIF and the editor read it from here.</summary>
/// <param name="Code">"AIRS" and four digits, the first of which is the area: 1 syntax, 2 names and types, 3 controls and text,
/// 4 tools and agents, 5 judge, people and PACE, 6 tiers and governance, 7 analysis and tests, 8 bundles. Never used twice.</param>
/// <param name="Severity">What it weighs.</param>
/// <param name="Title">A few words for lists, without a full stop.</param>
/// <param name="MessageFormat">
/// One sentence that says what is wrong and what would be right, with <c>{0}</c> for the first argument.
/// </param>
/// <param name="Explanation">Several sentences of Markdown for the diagnostic's page: why it is so and what to write instead.</param>
public sealed record DiagnosticDescriptor(
    string Code,
    DiagnosticSeverity Severity,
    string Title,
    string MessageFormat,
    string Explanation)
{
    private static readonly string s_repository = typeof(DiagnosticDescriptor).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "RepositoryUrl").Value!;

    /// <summary>The address of the page of the code.</summary>
    public string Page => $"{s_repository}/blob/main/docs/reference/diagnostics/{Code}.md";
}
