namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>
/// What one schema asks of the members that a record has (<c>required</c>, <c>dependentRequired</c>, <c>minProperties</c>,
/// <c>maxProperties</c>).
/// </summary>
/// <param name="Part">The schema.</param>
/// <param name="Where">The member without which nothing is asked; 0 where it is always asked.</param>
/// <param name="Needed">The members that have to be there.</param>
internal readonly record struct RecordTest(ulong Part, ulong Where, ulong Needed, int Least = 0, int Most = int.MaxValue)
{
    public bool Refuses(ulong seen, int count) =>
        (Where == 0 || (seen & Where) != 0) && ((Needed & ~seen) != 0 || count < Least || count > Most);
}
