using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Builtin;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>What a built-in detector finds in the folded view; it is sure of each.</summary>
internal sealed class BuiltinSearch(IBuiltinDetector detector) : ItemSearch((int)ShareShape.Whole)
{
    public override void Find(in Searched text, SpanBuffer matches)
    {
        var view = text.Folded;
        var first = matches.Count;
        detector.Find(view.Text, matches);
        matches.MapFrom(first, view);
    }
}
