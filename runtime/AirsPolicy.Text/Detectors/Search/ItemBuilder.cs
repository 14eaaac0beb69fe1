using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>Makes the items of detectors ready.</summary>
/// <param name="resolve">The number of the detector that an item of another names.</param>
/// <param name="readsFolded">Whether the folded view is made of most texts anyway.</param>
/// <param name="classifiers">The classifiers of the set, by number.</param>
internal sealed class ItemBuilder(Func<string, DetectorDefinition, int> resolve, bool readsFolded, ValueList<string> classifiers)
{
    private readonly Dictionary<(string Source, bool IgnoreCase), Pattern> _patterns = [];
    private readonly Dictionary<(Pattern Pattern, TextViewKind View), ViewPattern> _views = [];

    /// <summary>How many items have a number so far.</summary>
    public int Count { get; private set; }

    /// <summary>A number for an item whose literals are looked for.</summary>
    public int NextNumber() => Count++;

    /// <summary>The search for an item; none for a term of which folding leaves nothing.</summary>
    public IEnumerable<ItemSearch> Of(DetectorItem item, DetectorDefinition detector)
    {
        switch (item.Kind)
        {
            case DetectorItemKind.Term:
                var forms = ViewsOf(detector).Concat(TextViews.ReadingsOf(TextViewKind.Folded)).Distinct()
                    .Select(view => new TermForm(view, ViewTerms.FormOf(item.Content, view)))
                    .Where(form => form.Text.Length > 0)
                    .ToArray();
                return forms.Length == 0 ? [] : [new TermSearch(forms, NextNumber(), item.Weight)];
            case DetectorItemKind.Pattern:
                return [new PatternSearch([.. ViewsOf(detector).Select(view => PatternIn(view, item, detector))], NextNumber, item.Weight)];
            case DetectorItemKind.Detector:
                return [new ReferenceSearch(resolve(item.Content, detector), item.Weight)];
            case DetectorItemKind.Weights:
                return [new LearnedSearch(WeightsFile.Parse(item.Content), ViewsOf(detector).Contains(TextViewKind.Decoded), item.Weight)];
            case DetectorItemKind.Classifier:
                return [new ClassifierSearch(classifiers.AsSpan().IndexOf(item.Content), item.Weight)];
            default:
                throw new ArgumentException(
                    $"The detector '{detector.Name}' has an item of kind {item.Kind}, which is none of the language.");
        }
    }

    private ViewPattern PatternIn(TextViewKind view, DetectorItem item, DetectorDefinition detector)
    {
        var ignoreCase = item.IgnoreCase || view != TextViewKind.Plain;
        if (!_patterns.TryGetValue((item.Content, ignoreCase), out var pattern))
            _patterns.Add((item.Content, ignoreCase), pattern = Compile(item.Content, ignoreCase, detector));
        if (!_views.TryGetValue((pattern, view), out var viewed))
            _views.Add((pattern, view), viewed = new ViewPattern(pattern, view, readsFolded));
        return viewed;
    }

    private static Pattern Compile(string source, bool ignoreCase, DetectorDefinition detector)
    {
        var parse = PatternParser.Parse(source, ignoreCase ? PatternOptions.IgnoreCase : PatternOptions.None);
        return parse.Tree is { } tree
            ? Pattern.Compile(tree)
            : throw new ArgumentException(
                $"The pattern '{source}' of the detector '{detector.Name}' cannot be read: {parse.Errors[0].Message}");
    }

    private static IEnumerable<TextViewKind> ViewsOf(DetectorDefinition detector) =>
        detector
            .Views.Select(name =>
                TextViews.KindOf(name)
                ?? throw new ArgumentException(
                    $"The detector '{detector.Name}' names the view '{name}', where {string.Join(", ", TextViews.Names)} are known."))
            .SelectMany(TextViews.ReadingsOf);
}
