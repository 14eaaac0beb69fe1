using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Data;

/// <summary>A table of data that has been bound.</summary>
/// <param name="Row">What a row is; the first member is the key.</param>
/// <param name="Table">Its rows; none where the file cannot be used.</param>
internal sealed record BoundData(ValueList<ShapeMember> Row, DataTable Table)
{
    /// <summary>The column of the keys.</summary>
    public ShapeMember Key => Row[0];
}
