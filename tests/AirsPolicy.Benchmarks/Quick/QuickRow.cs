namespace AirsPolicy.Benchmarks.Quick;

/// <summary>One line of the quick run.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Bar">What it should be.</param>
/// <param name="Measure">Measures it; rows that come out of one measurement share it.</param>
internal sealed record QuickRow(string Name, string Bar, Func<QuickFigure> Measure)
{
    /// <summary>Measures the row; what goes wrong becomes a figure that is missed, so that every other row is still printed.</summary>
    public QuickFigure Run()
    {
        try
        {
            return Measure();
        }
        catch (Exception fault)
        {
            return new QuickFigure($"{fault.GetType().Name}: {fault.Message}", Ok: false);
        }
    }
}
