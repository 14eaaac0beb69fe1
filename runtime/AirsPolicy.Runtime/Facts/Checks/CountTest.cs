namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>How many items, or items that fit <c>contains</c>, a list has.</summary>
/// <param name="Part">The schema that says so.</param>
internal readonly record struct CountTest(ulong Part, int Least, int Most)
{
    public bool Refuses(int count) => count < Least || count > Most;
}
