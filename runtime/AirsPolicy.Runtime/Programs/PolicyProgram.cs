using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// What a compiled policy derives from. Emitted code holds no state, no loops and no handlers: it reads facts from the frame, asks
/// the evaluation for everything that iterates or can fail, and tells it which rules match. Numbers index the
/// program tables that lie beside the code in the bundle.
/// </summary>
/// <remarks>
/// The contract version is the <c>AssemblyVersion</c> of this assembly; a bundle built against another major version is refused.
/// </remarks>
public abstract class PolicyProgram
{
    /// <summary>Evaluates everything that stands at a point for the tool at hand, where the point knows tools.</summary>
    /// <param name="entry">The number that the tables give for the point and the tool (<see cref="Tables.PlacementTable.Entry"/>).</param>
    /// <param name="facts">
    /// The facts, fitting; what is missing and a rule requires has something harmless in its place (<see cref="MissingFacts"/>).
    /// </param>
    /// <param name="evaluation">Where matches, failures and steps are told.</param>
    public abstract void Decide(int entry, FactFrame facts, Evaluation evaluation);

    /// <summary>Evaluates one block of rules; called by the evaluation for the blocks that an index selects.</summary>
    public abstract void Run(int block, FactFrame facts, Evaluation evaluation);

    /// <summary>Evaluates the body of a quantifier, redaction or drop for the item that the evaluation is at.</summary>
    public abstract bool Test(int test, FactFrame facts, Evaluation evaluation);
}
