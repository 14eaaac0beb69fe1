using System.Runtime.CompilerServices;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>How many items fit, for each <c>contains</c> that is asked about one list.</summary>
[InlineArray(Size)]
internal struct Counters
{
    public const int Size = 8;

    private int _first;
}
