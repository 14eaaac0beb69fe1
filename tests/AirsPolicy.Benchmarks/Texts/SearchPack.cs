using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Benchmarks.Texts;

/// <summary>Detectors with as many phrases and patterns as asked for, half of each, of the kinds that packs of guardrails hold.</summary>
internal static class SearchPack
{
    private static readonly string[] s_verbs =
        "ignore disregard forget bypass override reveal print repeat leak dump disable unlock pretend simulate jailbreak exfiltrate".Split(
            ' ');
    private static readonly string[] s_adjectives =
        "previous prior above earlier system hidden original internal developer initial safety content secret".Split(' ');
    private static readonly string[] s_objects =
        "instructions rules prompt guidelines restrictions policy filters safeguards password credentials configuration".Split(' ');

    /// <summary>One detector with the views that detectors have unless they say otherwise.</summary>
    public static DetectorSet Detectors(IEnumerable<string> phrases, IEnumerable<string> patterns) => DetectorSet.Compile(
    [
        new DetectorDefinition(
            "benchmark.pack",
            ["plain", "folded"],
            phrases.Select(phrase => new DetectorItem(DetectorItemKind.Term, phrase, true, 500_000))
                .Concat(patterns.Select(pattern => new DetectorItem(DetectorItemKind.Pattern, pattern, true, 500_000)))
                .ToValueList(),
            [],
            ScoreMethod.NoisyOr,
            500_000),
    ]);

    public static IEnumerable<string> Phrases(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (verb, adjective, target) = (
                s_verbs[i % s_verbs.Length],
                s_adjectives[i / s_verbs.Length % s_adjectives.Length],
                s_objects[i / 3 % s_objects.Length]);
            yield return (i % 4) switch
            {
                0 => $"{verb} your {adjective} {target} {i / 16}",
                1 => $"{adjective} {target} to {verb} {i / 16}",
                2 => $"you can {verb} it {i / 16} {target}",
                _ => $"{verb}{i / 16} mode",
            };
        }
    }

    public static IEnumerable<string> Patterns(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (verb, adjective, target) = (
                s_verbs[i % s_verbs.Length],
                s_adjectives[i / 3 % s_adjectives.Length],
                s_objects[i / 7 % s_objects.Length]);
            yield return (i % 10) switch
            {
                0 => $@"\b{verb}\s+(?:all\s+)?(?:of\s+)?(?:the\s+|your\s+)?{adjective}\s+{target}{i / 10}?\b",
                1 => $@"\b(?:{verb}|{s_verbs[(i + 5) % s_verbs.Length]})\b.{{0,40}}\b{adjective} {target}\b",
                2 => $@"\b(?:you are|act as|pretend to be)\s+(?:now\s+)?(?:an?\s+)?{adjective}{i}\b",
                3 => $@"\bk{i}[-_][A-Za-z0-9]{{20,40}}\b",
                4 => $@"\b{target}{i}\s*[:=]\s*\S{{8,64}}",
                5 => $@"[\w.+-]{{1,64}}@host{i}\.(?:com|org|net)\b",
                6 => $@"\bwhat\s+(?:is|are|was|were)\s+(?:your|the)\s+{adjective}\s+{target}{i / 10}?\b",
                7 => $@"\[(?:system|{verb})\]\s*{adjective}{i}",
                8 => $@"\b{verb}\s+(?:as|like)\s+(?:if|though)\s+\w{{1,20}}\s+{target}{i / 10}?\b",
                _ => $@"https?://\S{{1,100}}{adjective}{i}=",
            };
        }
    }
}
