using System.Text.RegularExpressions;
using AirsPolicy.Collections;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Effects;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>Every detector of the examples and libraries and every built-in one, with pieces of what it looks for.</summary>
internal static class EveryDetector
{
    private const string Parting = "|+|";

    // What texts are made of to fool detectors and those who cut them.
    public static readonly string[] Hostile =
    [
        " ",
        " ",
        "  ",
        "\n",
        "\t",
        ".",
        "'",
        "-",
        "the ",
        "and ",
        "I ",
        "\u200B",
        "\u00AD",
        "\u202E",
        "\u2066",
        "\u0301",
        "e\u0301",
        "z\u0336\u0335\u0334\u0301",
        "😀",
        "\U0001D41A",
        "\U0001F1EC\U0001F1E7",
        "\u0430",
        "ß",
        "ﬁ",
        "İ",
        "1",
        "4",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "123-45-6789",
        "ssn 123456789",
        "AB 12 34 56 C",
        "\u0663",
        "क्ष",
        "한",
        "\u1112\u1161\u11AB",
    ];

    private static readonly Dictionary<string, PolicyModel> s_declared = Examples
        .Packages.Select(Examples.Model)
        .SelectMany(model => model.Detectors.Select(detector => (detector.Name, model)))
        .DistinctBy(pair => pair.Name)
        .ToDictionary(pair => pair.Name, pair => pair.model, StringComparer.Ordinal);

    private static readonly PolicyModel s_other = Examples.Model("chevrolet");

    /// <summary>The names of those that are declared.</summary>
    public static IEnumerable<string> Declared => s_declared.Keys;

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => Declared.Concat(BuiltinDetectors.Names);

    /// <summary>A policy that has the detector.</summary>
    public static PolicyModel ModelOf(string name) => s_declared.GetValueOrDefault(name, s_other);

    /// <summary>The detector in a set of its own, with those that it refers to.</summary>
    public static (DetectorSet Set, int Number) SetOf(string name)
    {
        var set = s_declared.TryGetValue(name, out var model)
            ? DetectorSet.Compile(model.Detectors)
            : DetectorSet.Compile([BuiltinDetectors.DefinitionOf(name)!]);
        return (set, set.NumberOf(name));
    }

    /// <summary>A policy whose only rule blocks answers in which the detector finds something, or hides what it finds.</summary>
    public static PolicyModel Ruled(string name, RedactionMethod? hides)
    {
        var place = new SourcePlace("a.airs", 0, 1, 1, 1);
        var text = new PathExpression(["output", "text"], TextShape.Instance, place);
        var rule = hides is { } method
            ? new RuleModel(0, null, [new RedactEffectModel(name, text, null, method)], place)
            : new RuleModel(
                0,
                new DetectorExpression(name, DetectorQuestion.Found, text, BoolShape.Instance, place),
                [new FixedEffectModel(new BlockEffect(null))],
                place);
        var control = new ControlModel(
            "p.c",
            null,
            null,
            [],
            [],
            false,
            null,
            new FixedEffectModel(new BlockEffect(null)),
            [new PlacementModel("output", [], [rule])],
            place);
        return ModelOf(name) with
        {
            System = new SystemModel("s", null, null, [], null, null, "UTC", "buffered"),
            Detectors = With(name).ToValueList(),
            Controls = [control],
            Aggregates = [],
            Limits = [],
            Labels = [],
            Contents = [],
            Charts = [],
            Breakers = [],
            Judges = [],
            Agents = null,
            Tests = [],
        };
    }

    /// <summary>What the detector and those it refers to look for, whole and in halves.</summary>
    public static IEnumerable<string> Pieces(string detector)
    {
        var declared = With(detector);
        var references = declared
            .SelectMany(ItemsOf)
            .Where(item => item.Kind == DetectorItemKind.Detector)
            .Select(item => item.Content);
        var builtin = references.Append(detector).Where(BuiltinDetectors.Names.Contains).Distinct(StringComparer.Ordinal);
        return builtin
            .SelectMany(Cases)
            .Concat(declared.SelectMany(ItemsOf).Where(item => item.Kind != DetectorItemKind.Detector).SelectMany(Pieces));
    }

    // The detector and those that it refers to, as far as they are declared.
    private static List<DetectorDefinition> With(string name)
    {
        var known = ModelOf(name).Detectors.ToDictionary(definition => definition.Name, StringComparer.Ordinal);
        var (found, pending) = (new List<DetectorDefinition>(), new Stack<string>([name]));
        while (pending.TryPop(out var next))
        {
            if (!known.Remove(next, out var definition))
                continue;
            found.Add(definition);
            foreach (var item in ItemsOf(definition).Where(item => item.Kind == DetectorItemKind.Detector))
                pending.Push(item.Content);
        }
        return found;
    }

    private static IEnumerable<DetectorItem> ItemsOf(DetectorDefinition definition) => definition.Items.Concat(definition.Exceptions);

    private static IEnumerable<string> Pieces(DetectorItem item)
    {
        if (item.Kind == DetectorItemKind.Term)
            return [item.Content, item.Content[..(item.Content.Length / 2)], item.Content.ToUpperInvariant() + " "];
        return item.Content.Replace(@"\s+", " ", StringComparison.Ordinal).Replace(@"\b", " ", StringComparison.Ordinal)
            .Split('|', '(', ')', '[', ']', '?', '*', '+', ':', '\\').Where(word => word.Length > 1);
    }

    /// <summary>The cases of a built-in detector in which it finds something.</summary>
    public static IEnumerable<MarkedCase> Marked(string name) =>
        Lines(name)
            .Where(line => line.Contains("[[", StringComparison.Ordinal))
            .Select(line => new MarkedCase(
                Unmark(line),
                [.. Regex.Matches(line, @"\[\[(.+?)\]\]", RegexOptions.Singleline).Select(match => match.Groups[1].Value)]));

    private static IEnumerable<string> Cases(string name) =>
        Lines(name).Select(Unmark).SelectMany(text => new[] { text, text[..(text.Length / 2)] });

    // The cases of built-in detectors stand beside the tests of the text engine. A family has none: its members have them.
    private static IEnumerable<string> Lines(string name)
    {
        var file = Repository.PathOf("tests", "AirsPolicy.Text.Tests", "Detectors", "cases", name + ".txt");
        return !File.Exists(file)
            ? []
            : File.ReadAllLines(file)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => Regex.Unescape(line.Replace(Parting, "", StringComparison.Ordinal)));
    }

    private static string Unmark(string marked) =>
        marked.Replace("[[", "", StringComparison.Ordinal).Replace("]]", "", StringComparison.Ordinal);
}
