using System.CommandLine;
using System.CommandLine.Completions;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Filtering;
using AirsPolicy.Cli.Findings;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Cli.Commands;

/// <summary>The option that says which records are meant.</summary>
internal static class FilterSymbols
{
    /// <param name="schema">Gives the fields, which only completion asks for here.</param>
    public static Option<string?> Where(string description, Func<FilterSchema> schema)
    {
        var where = new Option<string?>("--where")
        {
            Description = description,
            HelpName = "filter",
        };
        where.CompletionSources.Add(_ => FilterWords.Offered(schema()).Select(word => new CompletionItem(word)));
        return where;
    }

    /// <summary>
    /// Reads a filter. Without one every record is meant. Where it cannot be used, says why, and gives false.
    /// </summary>
    public static bool TryRead<T>(Terminal terminal, string? text, FilterSchema<T> schema, out Func<T, bool> holds)
    {
        holds = static _ => true;
        if (text is null)
            return true;
        if (FilterParser.Read(text, schema, out var mistake) is { } filter)
        {
            holds = new RecordFilter<T>(schema, filter, terminal.Time.GetUtcNow()).Holds;
            return true;
        }
        var ink = new Ink(terminal.Error, isColoured: false);
        var source = SourceText.From(text, "--where");
        ink.Line($"{TextReport.Place(source, mistake!.Span)}: {DisplayText.Visible(mistake.Message)}");
        SourceExcerpt.Write(ink, source, mistake.Span, Tone.Bad);
        return false;
    }
}
