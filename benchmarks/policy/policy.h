/* The driving policy in plain C: what mlr's code for examples/driving/policy.mlr is measured against. The interface is the
 * one that mlr gives the node, so that either object links with the same program. */
#ifndef POLICY_H
#define POLICY_H

#include <stdint.h>

#define INPUTS 25
#define HIDDEN 256
#define ACTIONS 5

struct policy_state { char unused; };

struct policy_in { float x[INPUTS]; };      /* the observation */

struct policy_out {
    float q[ACTIONS];                       /* a Q-value a manoeuvre */
    int32_t action;                         /* the manoeuvre with the largest, the first of equals */
};

void policy_reset(struct policy_state *state);
void policy_step(struct policy_state *state, const struct policy_in *in, struct policy_out *out);

#endif
