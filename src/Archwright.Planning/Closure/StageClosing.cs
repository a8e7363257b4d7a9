using System.Collections.Immutable;
using Archwright.Dental;
using Archwright.Geometry;
using Archwright.Planning.Collision;

namespace Archwright.Planning.Closure;

/// <summary>Closes the jaw with the teeth of one stage. Built once for a plan; stages may be asked on any thread.</summary>
internal sealed class StageClosing
{
    private readonly BiteTrackInput _input;
    private readonly Vec3 _incisors;
    private readonly ImmutableArray<(int Upper, int Lower, double AllowedMm)> _pairs;

    public StageClosing(BiteTrackInput input, Vec3 incisors)
    {
        _input = input;
        _incisors = incisors;
        _pairs =
        [
            .. from u in Indices(Jaw.Upper)
               from l in Indices(Jaw.Lower)
               select (u, l, ToothBody.Between(
                   input.Teeth[u].Body, RigidTransform.Identity, input.Teeth[l].Body, RigidTransform.Identity).DepthMm),
        ];
    }

    /// <summary>The closed jaw at a stage.</summary>
    /// <param name="stage">Stage.</param>
    /// <param name="axis">The axis in the scanned bite.</param>
    /// <param name="seated">Takes the lower jaw from the scanned bite to the centric record; null without one.</param>
    public ClosedStage At(int stage, HingeAxis axis, RigidTransform? seated)
    {
        ClosingPair[] teeth =
        [
            .. _pairs.Select(p => new ClosingPair(
                Id(p.Upper), _input.Teeth[p.Upper].Body, Pose(p.Upper, stage), Id(p.Lower), _input.Teeth[p.Lower].Body, Pose(p.Lower, stage), p.AllowedMm)),
        ];
        ClosingPair[] ramps =
        [
            .. from ramp in _input.Ramps
               where ramp.From <= stage && stage <= ramp.To
               from l in Indices(Jaw.Lower)
               select new ClosingPair(
                   ramp.Tooth, ramp.Body, _input.Stages[stage][ramp.Tooth], Id(l), _input.Teeth[l].Body, Pose(l, stage), 0),
        ];
        return new ClosedStage(
            _input.OcclusalFromScan,
            _incisors,
            JawClosure.Close(teeth, axis, RigidTransform.Identity),
            seated is { } place ? JawClosure.Close(teeth, axis.Moved(place), place) : null,
            ramps.Length == 0 ? null : JawClosure.Close([.. teeth, .. ramps], axis, RigidTransform.Identity));
    }

    private IEnumerable<int> Indices(Jaw jaw) => Enumerable.Range(0, _input.Teeth.Length).Where(i => Id(i).Jaw == jaw);

    private ToothId Id(int index) => _input.Teeth[index].Tooth.Id;

    private RigidTransform Pose(int index, int stage) => _input.Stages[stage][Id(index)];
}
