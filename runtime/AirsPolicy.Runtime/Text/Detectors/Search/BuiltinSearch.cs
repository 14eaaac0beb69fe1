using AirsPolicy.Runtime.Text.Detectors.Builtin;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>What a built-in detector finds in the view that it reads.</summary>
internal sealed class BuiltinSearch(IBuiltinDetector detector) : ItemSearch(detector.Score)
{
    /// <summary>The detector.</summary>
    public IBuiltinDetector Detector { get; } = detector;

    public override void Find(in Searched text, SpanBuffer matches) => Find(Detector, text.Original, text.Asked, matches);

    /// <summary>Adds every match of a detector, in units of the original text.</summary>
    public static void Find(IBuiltinDetector detector, ReadOnlySpan<char> original, AskedText asked, SpanBuffer matches)
    {
        if (detector.View == TextViewKind.Plain)
        {
            detector.Find(new BuiltinText(original, []), matches);
            return;
        }
        var view = asked.View(TextViewKind.Folded, original);
        var first = matches.Count;
        detector.Find(new BuiltinText(view.Text, asked.Numbers(original).All), matches);
        matches.MapFrom(first, view);
    }
}
