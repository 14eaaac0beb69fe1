using System.Text;
using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>
/// What the schema of a request says of its facts: what they mean, who gives them, what reads them, and what follows without them.
/// </summary>
internal static class FactNotes
{
    // More would bury what the fact means.
    private const int MostReaders = 8;

    /// <summary>The notes of a point.</summary>
    public static PointNote Of(RequestFacts request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PointNote(
            request.When,
            Notes(request.Facts),
            request.Tools.Select(tool => new FactNote(tool.Layout.WireName, tool.Title, IsRequired: false, Notes(tool.All))).ToValueList());
    }

    private static ValueList<FactNote> Notes(ValueList<RequestFact> facts) =>
        facts.Select(fact => new FactNote(fact.Member.WireName, Description(fact), fact.IsRequired, Notes(fact.Members))).ToValueList();

    private static string? Description(RequestFact fact)
    {
        var text = new StringBuilder(fact.Summary);
        if (fact.Summary.Length > 0 || fact.Readers.Count > 0)
            Append(text, Given(fact.Supplier));
        if (fact.Readers.Count > 0)
            Append(
                text,
                $"Read by {string.Join(", ", fact.Readers.Take(MostReaders))}{(fact.Readers.Count > MostReaders ? $" and {fact.Readers.Count - MostReaders} more" : "")}."
            );
        if (fact.Missing is { } outcome)
            Append(text, $"{Without(fact.Need)}: {(fact.IsOnTrial ? "would be " : "")}{DecisionFacts.Outcome.Names[(int)outcome]}.");
        return text.Length == 0 ? null : text.ToString();
    }

    private static void Append(StringBuilder text, string sentence)
    {
        if (text.Length > 0)
            text.Append(text[^1] is '.' or '!' or '?' ? " " : ". ");
        text.Append(sentence);
    }

    private static string Given(FactSupplier supplier) =>
        supplier.Kind switch
        {
            FactSupplierKind.EveryHost => "Given by every host.",
            FactSupplierKind.SomeHosts => "Given by hosts that know of it.",
            FactSupplierKind.Application => "Given by the application.",
            FactSupplierKind.Provider =>
                $"Given by the provider '{supplier.Name}'{(supplier.Within is { } ticks ? $" within {DurationText.Format(ticks)}" : "")}.",
            FactSupplierKind.Classifier => $"Given by the classifier '{supplier.Name}', which 'ClassifyAsync' asks.",
            FactSupplierKind.Judge => $"Given by the judge '{supplier.Name}', which 'JudgeAsync' asks.",
            _ => "Given by the runtime.",
        };

    private static string Without(FactNeed need) => need switch
    {
        FactNeed.Always => "Without it",
        FactNeed.Later => "Without it, at later decisions that ask for what was counted",
        _ => "Without it, where a rule comes to it",
    };
}
