using AirsPolicy.Collections;
using AirsPolicy.Language.Evaluation.Coverage;
using AirsPolicy.Language.Evaluation.Search;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>Runs the tests of a policy on the interpreter, with a clock of their own and without the network.</summary>
public sealed class PolicyTestRunner
{
    private readonly PolicyModel _model;
    private readonly PolicyInterpreter _interpreter;
    private readonly CoverageRecorder? _coverage;

    /// <param name="measureCoverage">Whether <see cref="Coverage"/> is asked for afterwards.</param>
    public PolicyTestRunner(PolicyModel model, bool measureCoverage = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _coverage = measureCoverage ? new CoverageRecorder() : null;
        _interpreter = new PolicyInterpreter(model, new PatternLibrary(), memory: null, _coverage);
    }

    /// <summary>What the tests that have run so far have seen of the policy; null where that is not measured.</summary>
    public PolicyCoverage? Coverage => _coverage is null ? null : PolicyCoverage.Of(_model, _coverage);

    /// <summary>What has been seen of this policy and of all that it puts in force; null where that is not measured.</summary>
    internal CoverageRecorder? Recorder => _coverage;

    /// <summary>Runs every test, one after the other, in the order of the model.</summary>
    /// <param name="ended">Told of each test as it ends, or null.</param>
    /// <returns>The results, one a test, in the same order.</returns>
    /// <exception cref="OperationCanceledException">Running was cancelled; tests are not broken off in the middle.</exception>
    public ValueList<PolicyTestResult> Run(Action<PolicyTestResult>? ended = null, CancellationToken cancellation = default)
    {
        var results = new List<PolicyTestResult>();
        foreach (var test in _model.Tests)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = new PolicyTestRun(_model, _interpreter).Run(test);
            results.Add(result);
            ended?.Invoke(result);
        }
        return results.ToValueList();
    }
}
