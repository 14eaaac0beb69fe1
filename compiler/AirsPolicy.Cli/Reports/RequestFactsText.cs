using AirsPolicy.Cli.Console;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Facts;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Numbers;

namespace AirsPolicy.Cli.Reports;

/// <summary>
/// What a host gives with each request, for people: a table for each point, with the facts that something reads as they lie in one another.
/// </summary>
internal sealed class RequestFactsText
{
    // What the columns take at least; they share what the terminal has beyond it.
    private const int Narrowest = 100;
    private const int Indent = 2;
    private const int NeedWidth = 7;

    private static readonly (FactNeed Need, string Word, string Meaning)[] s_needs =
    [
        (FactNeed.Always, "always", "a rule fails without it, and what stands under 'missing' follows"),
        (
            FactNeed.Reached,
            "reached",
            "the same where a rule comes to it: in an item of a list, in a record that may be absent, for a limit"),
        (FactNeed.Later, "later", "what is counted or kept needs it; controls that ask for that fail at later decisions"),
        (FactNeed.Optional, "no", "it may be absent"),
    ];

    private readonly Ink _ink;
    private readonly int _width;
    private readonly TextColumns _columns;
    private readonly HashSet<FactNeed> _seen = [];

    public RequestFactsText(Ink ink, int width)
    {
        _ink = ink;
        _width = Math.Max(width, Narrowest);
        var more = (_width - Narrowest) / 4;
        int[] before = [24 + more, 18 + more, NeedWidth, NeedWidth, 12 + more / 2];
        _columns = new TextColumns(ink, Indent, [.. before, _width - Indent - before.Sum() - 2 * before.Length]);
    }

    public void Write(PolicyModel model, ValueList<RequestFacts> requests)
    {
        if (requests.Count == 0)
            _ink.Line($"Nothing of {model.Name} stands at any point.");
        foreach (var request in requests)
        {
            _ink.Write(request.Layout.Point, Tone.Strong).Line($"  {request.When}");
            _columns.Row(Tone.Faint, "fact", "type", "needed", "missing", "given by", "read by");
            WriteFacts(request.Facts, model);
            WriteNames(request.Facts);
            foreach (var tool in request.Tools)
                WriteTool(tool, model);
            _ink.Line();
        }
        var legend = new TextColumns(_ink, indent: 0, NeedWidth, _width - NeedWidth - 2);
        foreach (var (_, word, meaning) in s_needs.Where(need => _seen.Contains(need.Need)))
            legend.Row(Tone.Faint, word, meaning);
    }

    private void WriteTool(ToolFacts tool, PolicyModel model)
    {
        _ink.Line(
            $"  of {DisplayText.Visible(tool.Layout.WireName)}{(tool.Title is null ? "" : $", {DisplayText.Visible(tool.Title)}")}:",
            Tone.Strong);
        WriteFacts(tool.Facts, model);
        WriteNames(tool.Facts.Where(fact => tool.Layout.Facts.Find(fact.Member.Name) is not null));
    }

    private void WriteFacts(IEnumerable<RequestFact> facts, PolicyModel model)
    {
        foreach (var fact in facts.Where(IsRead))
        {
            Write(fact, model, depth: 0);
            foreach (
                var line in fact.Summary.Length == 0 ? [] : TextColumns.Wrap(DisplayText.Visible(fact.Summary), _width - 2 * Indent - 2))
                _ink.Line($"{new string(' ', 2 * Indent)}{line}", Tone.Faint);
            WriteMembers(fact, model, depth: 1);
        }
    }

    private void WriteMembers(RequestFact fact, PolicyModel model, int depth)
    {
        foreach (var member in fact.Members.Where(IsRead))
        {
            Write(member, model, depth);
            WriteMembers(member, model, depth + 1);
        }
    }

    private void Write(RequestFact fact, PolicyModel model, int depth)
    {
        var name =
            new string(' ', Indent * depth)
            + DisplayText.Visible(fact.Member.WireName)
            + (fact.Member.Shape is ListShape && fact.Members.Any(IsRead) ? " [ ]" : "");
        // Of a record that nothing reads as a whole the members say all.
        if (fact.Readers.Count == 0)
        {
            _ink.Line(new string(' ', Indent) + name);
            return;
        }
        var isGiven = fact.Supplier.Kind != FactSupplierKind.Runtime;
        if (isGiven)
            _seen.Add(fact.Need);
        _columns.Row(
            Tone.Plain,
            name,
            DisplayText.Visible(TypeWords.Of(fact.Member.Shape)),
            isGiven ? s_needs.First(need => need.Need == fact.Need).Word : "-",
            isGiven && fact.Missing is { } outcome ? $"{(fact.IsOnTrial ? "would " : "")}{DecisionFacts.Outcome.Names[(int)outcome]}" : "-",
            DisplayText.Visible(Words(fact.Supplier)),
            string.Join(", ", fact.Readers.Select(reader => DisplayText.Visible(Short(reader, model.Name)))));
    }

    private void WriteNames(IEnumerable<RequestFact> facts)
    {
        var text = string.Join(", ", facts.SelectMany(fact => Unread(fact, "")).Select(DisplayText.Visible));
        foreach (var line in text.Length == 0 ? [] : TextColumns.Wrap($"taken too, and read by nothing: {text}", _width - Indent))
            _ink.Line(new string(' ', Indent) + line, Tone.Faint);
    }

    // A fact of which nothing is read by its name, else what of it is not.
    private static IEnumerable<string> Unread(RequestFact fact, string above)
    {
        var name = above + fact.Member.WireName;
        if (!IsRead(fact))
            return [name];
        return fact.Readers.Count > 0 ? [] : fact.Members.SelectMany(member => Unread(member, $"{name}."));
    }

    private static bool IsRead(RequestFact fact) => fact.Need != FactNeed.Unread;

    // The policy's own controls are known without its name.
    private static string Short(string reader, string policy) =>
        reader.StartsWith(policy + ".", StringComparison.Ordinal) ? reader[(policy.Length + 1)..] : reader;

    private static string Words(FactSupplier supplier) =>
        supplier.Kind switch
        {
            FactSupplierKind.EveryHost => "every host",
            FactSupplierKind.SomeHosts => "some hosts",
            FactSupplierKind.Application => "application",
            FactSupplierKind.Provider =>
                $"provider {supplier.Name}{(supplier.Within is { } ticks ? $" within {DurationText.Format(ticks)}" : "")}",
            FactSupplierKind.Classifier => $"classifier {supplier.Name}",
            FactSupplierKind.Judge => $"judge {supplier.Name}",
            _ => "runtime",
        };
}
