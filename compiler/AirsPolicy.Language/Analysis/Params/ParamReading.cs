using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>That a value does something to the outcome.</summary>
/// <param name="Place">Where that is seen.</param>
/// <param name="Direction">What a greater value does.</param>
internal sealed record ParamReading(SourcePlace Place, Direction Direction)
{
    // By hand, since what a record makes of an enum is compiled at every start.
    public bool Equals(ParamReading? other) => other is not null && Direction == other.Direction && Place == other.Place;

    public override int GetHashCode() => Place.GetHashCode();
}
