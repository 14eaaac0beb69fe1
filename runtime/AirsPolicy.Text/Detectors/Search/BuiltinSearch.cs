using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>
/// What a built-in detector finds in the view that it reads. It is asked where the parts stand in the text that it requires.
/// </summary>
internal sealed class BuiltinSearch : ItemSearch
{
    private readonly RequiredParts? _required;
    private readonly SearchValues<string>? _short;

    public BuiltinSearch(IBuiltinDetector detector, int number)
        : base(detector.Score)
    {
        Detector = detector;
        Number = number;
        _required = detector.Required;
        MustBeAsked =
            _required is null
            || _required.Literals.Length == 0
            || _required.Literals.Any(literal => !CanBeSought(literal, _required.IgnoreCase));
        if (MustBeAsked && _required is { Literals.Length: > 0 })
            _short = SearchValues.Create(
                _required.Literals,
                _required.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    /// <summary>The detector.</summary>
    public IBuiltinDetector Detector { get; }

    public override int Number { get; }

    public override bool MustBeAsked { get; }

    public override IEnumerable<ItemLiteral> Sought =>
        MustBeAsked
            ? []
            : _required!.Literals.Select(literal => new ItemLiteral(
                Detector.View,
                new RequiredLiteral(literal, _required.IgnoreCase, 0),
                Number));

    public override void Find(in Searched text, SpanBuffer matches)
    {
        if (_required is { Digits: > 0 and var digits } && !text.Asked.Numbers(text.Original).Have(digits))
            return;
        if (_short is not null
            && !(Detector.View == TextViewKind.Plain ? text.Original : text.View(Detector.View).Text).ContainsAny(_short))
            return;
        Find(Detector, text.Original, text.Asked, matches);
    }

    // Without case only ASCII can be looked for.
    private static bool CanBeSought(string literal, bool ignoreCase) =>
        literal.Length >= LiteralScan.ShortestLiteral && (!ignoreCase || System.Text.Ascii.IsValid(literal));

    /// <summary>Adds every match of a detector, in units of the original text.</summary>
    public static void Find(IBuiltinDetector detector, ReadOnlySpan<char> original, AskedText asked, SpanBuffer matches)
    {
        if (detector.View == TextViewKind.Plain)
        {
            detector.Find(new BuiltinText(original, null), matches);
            return;
        }
        FindIn(asked.View(TextViewKind.Folded, original), asked.Numbers(original), detector, original, matches);
        // What shows nothing may stand between a value and a word.
        if (asked.HasSeams(original) && asked.View(TextViewKind.Parted, original) is { Length: > 0 } parted)
            FindIn(parted, asked.PartedNumbers(original), detector, original, matches);
    }

    private static void FindIn(
        TextView view,
        NumberRegions numbers,
        IBuiltinDetector detector,
        ReadOnlySpan<char> original,
        SpanBuffer matches)
    {
        var first = matches.Count;
        detector.Find(new BuiltinText(view.Text, numbers), matches);
        matches.MapFrom(first, view);
        KeepOwn(detector, original, first, matches);
    }

    private static void KeepOwn(IBuiltinDetector detector, ReadOnlySpan<char> original, int first, SpanBuffer matches)
    {
        var count = matches.Count;
        matches.Truncate(first);
        for (var i = first; i < count; i++)
        {
            var span = matches[i];
            if (detector.Stands(original[span.Start..span.End])) matches.Add(span);
        }
    }
}
