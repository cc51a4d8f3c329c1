/* Runs the plain C policy over the recorded drives: exit 0 when every decision is the recorded one. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "decisions.h"
#include "policy.h"

int main(void)
{
    struct policy_state state;
    policy_reset(&state);
    int equal = 0;
    float largest = 0.0f;
    for (int d = 0; d < DECISIONS; d++) {
        struct policy_in in;
        struct policy_out out;
        memcpy(in.x, observations + d * INPUTS, sizeof in.x);
        policy_step(&state, &in, &out);
        equal += out.action == recorded_action[d];
        for (int a = 0; a < ACTIONS; a++)
            largest = fmaxf(largest, fabsf(out.q[a] - recorded_q[d * ACTIONS + a]));
    }
    printf("%d/%d decisions, largest |dQ| %g\n", equal, DECISIONS, largest);
    return equal == DECISIONS ? 0 : 1;
}
