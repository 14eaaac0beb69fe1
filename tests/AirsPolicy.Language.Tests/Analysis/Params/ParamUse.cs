namespace AirsPolicy.Language.Tests.Analysis.Params;

/// <summary>One kind of place where the value of a parameter can stand, as a policy that has the parameter <c>p</c> there.</summary>
/// <param name="Of">The nodes of the model that hold it, as <c>Type.Property</c>, or the role that it has.</param>
/// <param name="Type">The type of the parameter.</param>
/// <param name="Values">Its value in the middle, with lower ones before it and higher ones behind it.</param>
/// <param name="Accepted">The directions in which it is accepted.</param>
/// <param name="Policy">The declarations of the policy.</param>
/// <param name="Steps">The steps of a test, whose decisions are compared.</param>
/// <param name="Shows">Some decision differs between values.</param>
internal sealed record ParamUse(
    string[] Of,
    string Type,
    ParamValues Values,
    Accepted Accepted,
    string Policy,
    string Steps,
    bool Shows = true)
{
    public override string ToString() => $"{string.Join(", ", Of)}: {Policy}";
}

/// <summary>Values that a parameter is given.</summary>
internal sealed record ParamValues(string[] Lower, string Base, string[] Higher);

/// <summary>In which direction a parameter may be set.</summary>
[Flags]
internal enum Accepted
{
    None = 0,
    Lower = 1,
    Higher = 2,
    Both = 3,
}
