using System.Reflection;

namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Texts written for this tool, spelled out from templates: <c>{one|another}</c> is each of its alternatives. A line is a template; what
/// begins with <c>#</c> says the language of those below it.
/// </summary>
internal static class OwnTexts
{
    // Of a template with more readings so many are taken, by their numbers.
    private const int MostOfOne = 12;

    public static IEnumerable<LabelledText> All() => [.. Of("attacks", isAttack: true), .. Of("ordinary", isAttack: false)];

    private static IEnumerable<LabelledText> Of(string name, bool isAttack)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var language = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) language = line[1..].Trim();
            else if (line.Length > 0)
            {
                foreach (var text in Readings(line)) yield return new LabelledText(TextSources.Own, text, isAttack) { Language = language };
            }
        }
    }

    private static IEnumerable<string> Readings(string template)
    {
        var parts = template.Split('{', '}');
        var choices = parts.Select((part, index) => index % 2 == 0 ? [part] : part.Split('|')).ToArray();
        var count = choices.Aggregate(1L, (product, choice) => product * choice.Length);
        var taken = Math.Min(count, MostOfOne);
        // A step that shares no factor with small numbers of choices, so that all of them are met.
        for (long number = 0; number < taken; number++)
            yield return Reading(choices, taken == count ? number : number * 7919 % count);
    }

    private static string Reading(string[][] choices, long number)
    {
        var text = new System.Text.StringBuilder();
        foreach (var choice in choices)
        {
            text.Append(choice[number % choice.Length]);
            number /= choice.Length;
        }
        return text.ToString();
    }
}
