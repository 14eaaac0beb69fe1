using System.Globalization;
using System.Text.Json;
using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Covering;

/// <summary>What packages carry of the framework, for people and for programs.</summary>
internal static class CoverageOutput
{
    private const int Width = 56;
    private const int Column = 10;

    public static void Write(
        Ink ink, IReadOnlyCollection<CarriedCatalogue> catalogues, IReadOnlyCollection<CoveredCases> lists, bool showsMissing)
    {
        ink.Line($"{"catalogue",-Width}{"carried",Column}{"open",Column}{"evidence",Column}", Tone.Faint);
        foreach (var each in catalogues)
        {
            Line(ink, each.Catalogue.Title, each.Carried.Count, each.Open.Count, each.Evidence.Count);
            Missing(ink, showsMissing, each.Open);
        }
        ink.Line();
        ink.Line($"{"cases",-Width}{"tested",Column}{"outside",Column}{"gaps",Column}{"open",Column}{"of",Column}", Tone.Faint);
        foreach (var each in lists)
        {
            Line(
                ink, each.List.Title, each.Count(CaseState.Shown), each.Count(CaseState.ShownOutside), each.Count(CaseState.KnownGap),
                each.Count(CaseState.Open), each.List.Cases.Count);
            Missing(ink, showsMissing, [.. each.Shown.Where(shown => shown.State == CaseState.Open).Select(shown => shown.Case.Id)]);
        }
    }

    public static void WriteJson(
        TextWriter output,
        IReadOnlyCollection<CarriedCatalogue> catalogues,
        IReadOnlyCollection<CoveredCases> lists) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("catalogues");
        foreach (var each in catalogues)
        {
            json.WriteStartObject();
            json.WriteString("catalogue", each.Catalogue.Name);
            Strings(json, "carried", each.Carried);
            Strings(json, "open", each.Open);
            Strings(json, "evidence", each.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (var shown in lists.SelectMany(list => list.Shown))
        {
            json.WriteStartObject();
            json.WriteString("id", shown.Case.Id);
            json.WriteString("state", JsonNamingPolicy.SnakeCaseLower.ConvertName(shown.State.ToString()));
            Strings(json, "tests", shown.Tests.Select(test => $"{test.Package}: {test.Title}"));
            if (shown.Case.ShownBy is { } outside)
                json.WriteString("shown_by", outside);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Line(Ink ink, string title, params ReadOnlySpan<int> counts)
    {
        ink.Write(title.PadRight(Width));
        foreach (var count in counts)
            ink.Write(string.Create(CultureInfo.InvariantCulture, $"{count,Column}"));
        ink.Line();
    }

    private static void Missing(Ink ink, bool isShown, IReadOnlyCollection<string> ids)
    {
        if (isShown && ids.Count > 0)
            ink.Line($"  open: {string.Join(", ", ids)}", Tone.Faint);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
