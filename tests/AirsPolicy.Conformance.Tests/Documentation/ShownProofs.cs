using System.Globalization;
using System.Text;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>Properties of the example policies, each with what comes of it.</summary>
internal static class ShownProofs
{
    private static readonly (string Package, string Property)[] s_properties =
    [
        (
            "shop.refunds",
            "prove \"a refund above 200 GBP waits for people, or is refused\" { at tool_call of refund when args.amount > 200 GBP then " +
            "at least hold }"
        ),
        (
            "meridian.aria",
            "prove \"a card number that is not the customer's own never leaves\" { at output when any c in pii.card.spans(text): " +
            "c.digits not in customer.cards then at least block }"
        ),
        (
            "meridian.aria",
            "prove \"while the guardrails are down people see each answer\" { at output when pace.guardrail >= contingency then at " +
            "least hold }"
        ),
        (
            "shop.refunds",
            "prove \"no irreversible tool runs without a person\" { at tool_call when tool.class == irreversible then at least hold }"),
        (
            "meridian.aria",
            "prove \"what sounds like advice carries a disclaimer\" { at output when advice.found(text) then at least amend }"),
    ];

    private static readonly PackageFolder s_folder = PackageFolder.Read(Repository.PathOf("policies"));

    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var (name, property) in s_properties)
        {
            var package = s_folder.Packages.Single(known => known.Name == name);
            var tree = SyntaxTree.Parse(
                SourceText.From(
                    $"{(package.Trees[0].Root.Header.IsPolicy ? "policy" : "library")} {name}\n\n{property}\n",
                    "properties.airs"));
            var found = PolicyAnalyzer
                .Analyze(package with { Trees = [.. package.Trees, tree] }, new PackageLocator([s_folder]))
                .Diagnostics;
            Assert.InRange(found.Length, 0, 1);
            text.Append(
                CultureInfo.InvariantCulture,
                $"Of `{name}`, {(found.IsEmpty ? "proved" : "which does not hold")}:\n\n```text\n{property}\n```\n\n");
            if (!found.IsEmpty)
                text.Append(CultureInfo.InvariantCulture, $"```text\n{found[0].Code}: {found[0].Message}\n```\n\n");
        }
        return text.ToString();
    }
}
