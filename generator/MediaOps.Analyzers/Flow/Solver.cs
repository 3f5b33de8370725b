using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace MediaOps.Analyzers;

/// <summary>Follows all paths through a function until nothing new is learnt. A finally is followed once for each way into it, so that it does not blur them.</summary>
internal sealed class Solver
{
    private const int TurnsPerBlock = 60;

    private readonly ControlFlowGraph _graph;
    private readonly Transfer _transfer;
    private readonly Effects _effects;
    private readonly Sites _sites;
    private readonly FlowState?[] _seen;
    private int _turns;

    public Solver(ControlFlowGraph graph, Transfer transfer, Effects effects, Sites sites)
    {
        _graph = graph;
        _transfer = transfer;
        _effects = effects;
        _sites = sites;
        _seen = new FlowState?[graph.Blocks.Length];
        _turns = TurnsPerBlock * graph.Blocks.Length;
    }

    /// <summary>What is known at the beginning of each block on all paths to it; null where it is not reached, or if no end was found.</summary>
    /// <param name="entry">What is known when the function begins.</param>
    public IReadOnlyList<FlowState?>? Solve(FlowState entry)
    {
        Run(new Pass(_graph.Root, null), 0, entry);
        return _turns > 0 ? _seen : null;
    }

    /// <summary>Follows the blocks of a region from one of them on.</summary>
    private void Run(Pass pass, int first, FlowState entry)
    {
        pass.Add(first, entry, _sites);
        while (pass.Next() is { } ordinal && _turns-- > 0)
        {
            Step(pass, _graph.Blocks[ordinal], pass.In[ordinal]);
        }
    }

    private void Step(Pass pass, BasicBlock block, FlowState entry)
    {
        Accumulate(block.Ordinal, entry);
        _effects.Begin(entry.Clone(), block.Ordinal, IsCaught(block));
        Value condition = Execute(block);
        FlowState after = _effects.State;
        FlowState? thrown = _effects.Thrown;
        if (block.ConditionalSuccessor is { } conditional)
        {
            bool outcome = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            FlowState taken = after.Clone();
            if (!IsIn(block, ControlFlowRegionKind.Filter))
            {
                // After a filter each finally that lies on the way to it runs, so what it has seen is not true any more.
                Conditions.Narrow(taken, condition, outcome);
                Conditions.Narrow(after, condition, !outcome);
            }

            Follow(pass, conditional, taken);
        }

        if (block.FallThroughSuccessor is { } next)
        {
            Follow(pass, next, after);
        }

        if (thrown is not null)
        {
            Throw(pass, block, thrown);
        }
    }

    /// <summary>Runs a block; gives the value that it branches by or returns.</summary>
    public Value Execute(BasicBlock block)
    {
        foreach (IOperation operation in block.Operations)
        {
            _transfer.Evaluate(operation);
            _effects.MayThrow();
        }

        Value value = _transfer.Evaluate(block.BranchValue);
        _effects.MayThrow();
        return value;
    }

    private void Accumulate(int ordinal, FlowState entry)
    {
        if (_seen[ordinal] is { } seen)
        {
            seen.Join(entry, _sites, (nameof(Accumulate), ordinal));
        }
        else
        {
            _seen[ordinal] = entry.Clone();
        }
    }

    private void Follow(Pass pass, ControlFlowBranch branch, FlowState state)
    {
        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            pass.Leave(state, _sites);
            return;
        }

        FlowState? reached = state;
        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            reached = Finally(pass, region, reached);
            if (reached is null)
            {
                return;
            }
        }

        Drop(reached, branch.LeavingRegions);
        if (branch.Destination is { } destination)
        {
            pass.Add(destination.Ordinal, reached, _sites);
        }
    }

    /// <summary>Follows an exception to every handler that may catch it. A filter is asked before any finally on the way to it runs; where it says no, the handlers beside it are next.</summary>
    private void Throw(Pass pass, BasicBlock block, FlowState thrown)
    {
        FlowState? reached = thrown;
        FlowState? asked = null;
        ControlFlowRegion? inner = null;
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root } && (reached ?? asked) is not null; inner = region, region = region.EnclosingRegion)
        {
            Drop(reached, [region]);
            Drop(asked, [region]);
            if (inner is { Kind: ControlFlowRegionKind.Filter })
            {
                Enter(pass, region.EnclosingRegion!, reached, asked);
            }

            if (region.Kind != ControlFlowRegionKind.Try)
            {
                continue;
            }

            reached = reached is null ? null : pass.Throw(region, reached, _sites);
            Enter(pass, region.EnclosingRegion!, reached, asked);
            if (reached is not null && region.EnclosingRegion!.NestedRegions.FirstOrDefault(handler => handler.Kind == ControlFlowRegionKind.Finally) is { } last)
            {
                asked = Both(asked, reached, block);
                reached = Finally(pass, last, reached);
            }
        }
    }

    /// <summary>Begins the handlers of a try.</summary>
    private void Enter(Pass pass, ControlFlowRegion handlers, FlowState? reached, FlowState? asked)
    {
        foreach (ControlFlowRegion handler in handlers.NestedRegions)
        {
            if (reached is not null && handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
            {
                pass.Add(handler.FirstBlockOrdinal, reached, _sites);
            }

            if (asked is not null && handler.Kind == ControlFlowRegionKind.FilterAndHandler)
            {
                pass.Add(handler.FirstBlockOrdinal, asked, _sites);
            }
        }
    }

    private FlowState Both(FlowState? one, FlowState other, BasicBlock block)
    {
        if (one is null)
        {
            return other.Clone();
        }

        one.Join(other, _sites, (nameof(Both), block.Ordinal));
        return one;
    }

    /// <summary>What is known after a finally; null where it does not end.</summary>
    private FlowState? Finally(Pass outer, ControlFlowRegion region, FlowState state)
    {
        var pass = new Pass(region, outer);
        Run(pass, region.FirstBlockOrdinal, state);
        return pass.Left;
    }

    private static void Drop(FlowState? state, IEnumerable<ControlFlowRegion> regions)
    {
        if (state is null)
        {
            return;
        }

        foreach (ControlFlowRegion region in regions)
        {
            foreach (ILocalSymbol local in region.Locals)
            {
                state.Drop(local);
            }

            foreach (CaptureId capture in region.CaptureIds)
            {
                state.Drop(capture);
            }
        }
    }

    /// <summary>Whether an exception in a block is caught, or passed through a finally; one in a filter only means that it says no.</summary>
    private static bool IsCaught(BasicBlock block) => IsIn(block, ControlFlowRegionKind.Try) || IsIn(block, ControlFlowRegionKind.Filter);

    private static bool IsIn(BasicBlock block, ControlFlowRegionKind kind)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A way through a region: what is known at the beginning of its blocks, and which of them are to be followed again.</summary>
    private sealed class Pass(ControlFlowRegion region, Pass? outer)
    {
        private readonly SortedSet<int> _open = [];
        private readonly Dictionary<ControlFlowRegion, FlowState> _thrown = [];

        public Dictionary<int, FlowState> In { get; } = [];

        /// <summary>What is known at the end of the region; null where no path gets there.</summary>
        public FlowState? Left { get; private set; }

        public int? Next()
        {
            if (_open.Count == 0)
            {
                return null;
            }

            int first = _open.Min;
            _open.Remove(first);
            return first;
        }

        public void Add(int ordinal, FlowState state, Sites sites)
        {
            if (outer is not null && (ordinal < region.FirstBlockOrdinal || ordinal > region.LastBlockOrdinal))
            {
                outer.Add(ordinal, state, sites);
            }
            else if (!In.TryGetValue(ordinal, out FlowState? known))
            {
                In.Add(ordinal, state.Clone());
                _open.Add(ordinal);
            }
            else if (known.Join(state, sites, ordinal))
            {
                _open.Add(ordinal);
            }
        }

        /// <summary>Adds to what is known where an exception leaves a try; gives all of it, or null if it is nothing new.</summary>
        public FlowState? Throw(ControlFlowRegion left, FlowState state, Sites sites)
        {
            if (!_thrown.TryGetValue(left, out FlowState? known))
            {
                _thrown.Add(left, state.Clone());
            }
            else if (!known.Join(state, sites, (nameof(Throw), left.FirstBlockOrdinal)))
            {
                return null;
            }

            return _thrown[left].Clone();
        }

        public void Leave(FlowState state, Sites sites)
        {
            if (Left is null)
            {
                Left = state.Clone();
            }
            else
            {
                Left.Join(state, sites, (nameof(Left), region.FirstBlockOrdinal));
            }
        }
    }
}
