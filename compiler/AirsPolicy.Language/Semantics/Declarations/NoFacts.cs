using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Where no facts can be read: parameters, and everything else that is known when the policy is compiled.</summary>
internal static class NoFacts
{
    public static readonly PointFacts Instance = new(null, new PointLayout("declaration", new RecordShape([]), [], []), []);
}
