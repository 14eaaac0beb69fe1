using AirsPolicy.Conformance.Tests.Differential;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class ExampleEnginesTests
{
    public static TheoryData<string> Policies => [.. Examples.Some.Where(name => Examples.Model(name).Tests.Count > 0)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Emitted_code_decides_the_requests_of_its_tests_as_the_interpreter_does(string policy)
    {
        var model = Examples.Model(policy);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        foreach (var (vector, decision) in emitted.Repeat(Examples.Vectors(policy)))
            differences.Compare($"'{policy}' at '{vector.Point}' on {vector.Facts}", vector.Decision, decision);
        differences.AssertNone();
    }
}
